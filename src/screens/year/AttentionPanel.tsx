import { useOffice, useView, useWords } from '../../ui/data';
import { Panel } from '../../ui/Panel';
import { AttentionCount, mattersOf } from './AttentionCount';
import type { AttentionRow } from './attention';

/** Where that lies which needs attention: area by area, up to the whole. */
export function AttentionPanel({ rows }: { rows: readonly AttentionRow[] }) {
  const view = useView();
  const { whole } = useWords();
  const matters = mattersOf(useOffice().catalogue);
  return (
    <Panel
      title="需要关注的在哪些单位？"
      note={`到 ${view.asOf} 的各期合计，“本期”为${view.name}的；报送以“单位×季度×台账”计份；各行相加等于${whole}`}
    >
      <table className="kp-plain">
        <caption className="kp-hidden">到 {view.asOf} 各单位需要关注的事项</caption>
        <thead>
          <tr>
            <th scope="col">范围</th>
            {matters.map(({ key, name, unit }) => (
              <th scope="col" key={key}>
                {name}（{unit}）
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              {matters.map((matter) => (
                <td key={matter.key}>
                  <AttentionCount row={row} matter={matter} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
