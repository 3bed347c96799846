import type { Attention } from '../../domain/catalogue/indicator';
import { overdueText } from '../../domain/overdue';
import { PlaceLink } from '../../ui/AreaLink';
import { useEvidence, useOffice, useView, useWords } from '../../ui/data';
import { LoadedView } from '../../ui/LoadedView';
import { ScreenLink } from '../../ui/navigation';
import { overdueOf, overdueQuestion, overdueRows } from '../../ui/overdueRows';
import { Panel } from '../../ui/Panel';
import { AttentionCount, mattersOf } from './AttentionCount';
import type { AttentionRow } from './attention';
import './attention.css';

/** The cases open longest; the others are one link away. */
const LONGEST = 3;

/** 现在需要关注什么: what is open, undisclosed or missing at the cut-off in the whole province, and the longest overdue. */
export function AttentionCard({ province }: { province: AttentionRow }) {
  const view = useView();
  const { whole } = useWords();
  const { catalogue } = useOffice();
  return (
    <Panel
      className="kp-attention"
      title="现在需要关注什么？"
      note={`${whole}各期合计，到 ${view.asOf}；“本期”指${view.name}`}
    >
      <dl className="kp-attention-counts">
        {mattersOf(catalogue).map((matter) => (
          <div key={matter.key}>
            <dt>{matter.name}</dt>
            <dd>
              <AttentionCount row={province} matter={matter} unit={matter.unit} className="kp-attention-now" />
            </dd>
          </div>
        ))}
      </dl>
      {catalogue.attention
        .filter((of) => province.cases?.[of.id]?.now)
        .map((of) => (
          <Longest key={of.id} of={of} province={province} />
        ))}
    </Panel>
  );
}

/** The cases of the province that are longest past their deadline, of whatever period. */
function Longest({ of, province }: { of: Attention; province: AttentionRow }) {
  const office = useOffice();
  const view = useView();
  const area = { level: 'province', id: province.key } as const;
  const evidence = useEvidence(overdueQuestion(of, area, view.asOf));
  const { deadline } = overdueOf(office, of);
  return (
    <LoadedView of={evidence} waitingFor="正在读取超期最久的案件">
      {({ rows }) => (
        <ol className="kp-attention-longest" aria-label="超期最久的案件">
          {overdueRows(office, of, rows.slice(0, LONGEST), view.asOf).map((row) => (
            <li key={`${row.file}:${row.sheet}:${row.row}`}>
              <ScreenLink
                screen="cases"
                search={{ indicator: of.id, side: of.question.side, ...area, all: '1' }}
                find={row.id}
                className="kp-evidence"
                label={`案件 ${row.id}`}
              >
                {row.id}
              </ScreenLink>
              <strong>{overdueText(row.over)}</strong>
              <small>
                <PlaceLink code={row.county} />
                ，应于 {row.due} {deadline.says}
              </small>
            </li>
          ))}
        </ol>
      )}
    </LoadedView>
  );
}
