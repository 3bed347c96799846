import { Select } from 'antd';
import { listed } from '../../domain/classAsked';
import { type EvidenceQuestion, ledgerOf } from '../../domain/evidence';
import { fieldLabel } from '../../domain/ledgers';
import { listOf } from '../../domain/office';
import { useOffice } from '../../ui/data';
import { useSetSearch } from '../../ui/navigation';

/** Which class of a text column is listed; no figure changes with it. */
export function ClassFilter({ question }: { question: EvidenceQuestion }) {
  const office = useOffice();
  const setSearch = useSetSearch('cases');
  const { fields } = office.catalogue.ledger(ledgerOf(office.catalogue, question));
  const groups = fields.flatMap((field) => {
    const list = listOf(office, field);
    if (!list) return [];
    const label = fieldLabel(field);
    const options = listed(list).map(({ id, name }) => ({ value: `${field.name}.${id}`, label: `${label}：${name}` }));
    return [{ label, options }];
  });
  if (groups.length === 0) return null;
  const { ofClass } = question;
  return (
    <Select
      size="small"
      aria-label="按归类筛选"
      className="kp-case-class"
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      placeholder={`全部${groups.map((g) => g.label).join('、')}`}
      value={ofClass ? `${ofClass.field}.${ofClass.id}` : null}
      options={groups}
      onChange={(chosen?: string) => setSearch({ class: chosen })}
    />
  );
}
