import { classesOf } from '../../domain/classesOf';
import { listSource } from '../../domain/classWords';
import type { EvidenceRow } from '../../domain/evidence';
import type { LedgerId } from '../../domain/ledgers';
import { useOffice, useView } from '../../ui/data';
import { type CaseColumn, shownValue } from './columns';

/** Beside a text as it was written: its classes, and what is to be said of them. @param column that of its classes, if any */
export function CaseClasses({ column, row }: { column: CaseColumn | undefined; row: EvidenceRow }) {
  const office = useOffice();
  if (!column?.sorted) return null;
  const { field, list } = column.sorted;
  const { classes, toConfirm } = classesOf(list, row[field] == null ? null : String(row[field]));
  return (
    <small data-testid={`class-${field}`}>
      按清单归类：{shownValue(office, column, row)}
      {[...classes, ...toConfirm].map((c) => c.note && <span key={c.id}>（{c.note}）</span>)}
    </small>
  );
}

/** Where the lists come from by which the texts of a ledger are sorted, and how sure they are. */
export function ClassSources({ ledger }: { ledger: LedgerId }) {
  const { catalogue, lists, profile } = useOffice();
  const { name } = useView();
  const asked = catalogue.ledger(ledger).fields.flatMap((f) => (f.type === 'text' && f.taxonomy ? [f.taxonomy] : []));
  const sorting = profile.taxonomies.taxonomies.filter((t) => asked.includes(t.id));
  if (sorting.length === 0) return null;
  return (
    <div className="kp-note">
      <p>归类由程序按清单从原文得出，不是原文件的内容，也不影响任何数字。</p>
      {sorting.map((t) => {
        const list = lists.get(t.id);
        return (
          <p key={t.id}>
            {t.name}：{list ? listSource(list) : `${name}没有清单，不归类`}
          </p>
        );
      })}
    </div>
  );
}
