import type { Ledger } from '../../domain/ledgers';
import { periodShortName, periodYear } from '../../domain/period';
import { REPORTING_STATES } from '../../domain/reportingStates';
import { UnitLink } from '../../ui/AreaLink';
import { useOffice } from '../../ui/data';
import { useSetSearch } from '../../ui/navigation';
import { ScrollBox } from '../../ui/ScrollBox';
import { DUE_UNKNOWN, entryKey, type Grid, type GridCell } from './grid';

const shortName = ({ short, row }: Ledger): string => short ?? row.name;
/** Units by the reporting periods and their ledgers; a cell opens its versions. */
export function RegisterTable({ grid, caption }: { grid: Grid; caption: string }) {
  const { catalogue } = useOffice();
  return (
    <ScrollBox>
      <table className="kp-plain kp-register">
        <caption className="kp-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              报送单位
            </th>
            {grid.columns.map(({ period, ledgers }) => (
              <th key={period} scope="colgroup" colSpan={ledgers.length}>
                {periodYear(period)}年{periodShortName(period)}
              </th>
            ))}
          </tr>
          <tr>
            {grid.columns.flatMap(({ period, ledgers }) =>
              ledgers.map((ledger) => (
                <th key={`${period}/${ledger}`} scope="col">
                  {shortName(catalogue.ledger(ledger))}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map(({ unit, cells }) => (
            <tr key={unit.id}>
              <th scope="row">
                <UnitLink id={unit.id} />
              </th>
              {cells.map((cell, i) =>
                cell ? (
                  <td key={entryKey(cell.entry)}>
                    <RegisterCell {...cell} />
                  </td>
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns do not move
                  <td key={i} title="该期不是应报单位">
                    —
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function RegisterCell({ entry, wanted }: GridCell) {
  const { catalogue } = useOffice();
  const setSearch = useSetSearch('submissions');
  const { name, mark } = REPORTING_STATES[entry.state];
  const late = entry.state === 'late' && (entry.daysLate === null ? '天数未知' : `${entry.daysLate} 个工作日`);
  const more = [late, entry.zero && '零申报', entry.versions.length > 1 && `${entry.versions.length} 个版本`].filter(
    Boolean,
  );
  const what = `${entry.unit.name} ${periodYear(entry.period)}年${periodShortName(entry.period)} ${shortName(catalogue.ledger(entry.ledger))}`;
  return (
    <button
      type="button"
      className={`kp-register-cell kp-report-${entry.state} ${wanted ? '' : 'kp-register-unwanted'}`}
      data-testid={wanted ? 'slot-counted' : 'slot'}
      aria-label={`${what}：${[name, ...more].join('，')}，查看`}
      title={entry.due ? `期限 ${entry.due}` : DUE_UNKNOWN}
      onClick={() => setSearch({ cell: entryKey(entry) })}
    >
      <span>
        <span aria-hidden="true">{mark}</span> {name}
      </span>
      {more.length > 0 && <small>{more.join(' · ')}</small>}
    </button>
  );
}
