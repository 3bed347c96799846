import { countText, isUntold } from '../../domain/display';
import { AreaLink } from '../../ui/AreaLink';
import { useOffice, useTable, useView } from '../../ui/data';
import { EvidenceLink } from '../../ui/EvidenceLink';
import { LeftOutNote } from '../../ui/LeftOutNote';
import { LoadedView } from '../../ui/LoadedView';
import { Untold } from '../../ui/NoFigure';
import { Panel } from '../../ui/Panel';
import { ScrollBox } from '../../ui/ScrollBox';
import { commonQuestions } from './common';

/** Without a question: what this screen is for, and the questions that are asked every quarter. */
export function CommonQuestions() {
  const office = useOffice();
  const view = useView();
  const table = useTable(view.asOf);
  return (
    <Panel
      title="要看哪些案件？"
      note={`单位：件；${view.name}，截止日 ${view.asOf}`}
      hint="点数字看相应案件；其他页面上的每个数字也可点到这里"
    >
      <LoadedView of={table} waitingFor="正在统计案件">
        {(cells) => {
          const questions = commonQuestions(office, cells, view.quarters);
          return (
            <ScrollBox>
              <table className="kp-plain">
                <caption className="kp-hidden">{view.name}常用案件清单，件数</caption>
                <thead>
                  <tr>
                    <th scope="col">清单</th>
                    {questions[0]?.counts.map((c) => (
                      <th key={c.area} scope="col">
                        {c.own ? (
                          c.area
                        ) : (
                          <AreaLink level={c.level} id={c.id}>
                            {c.area}
                          </AreaLink>
                        )}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {questions.map((q) => (
                    <tr key={q.name}>
                      <th scope="row">
                        {q.name}
                        <br />
                        <small className="kp-note">{q.words}</small>
                      </th>
                      {q.counts.map((c) => (
                        <td key={c.area} className="kp-numeric">
                          {isUntold(c) ? (
                            <Untold figure={c} />
                          ) : c.count === 0 ? (
                            '0'
                          ) : (
                            <EvidenceLink
                              indicator={q.indicator}
                              side={q.side}
                              level={c.level}
                              id={c.id}
                              own={c.own}
                              label={`${c.area} ${q.name} ${c.count} 件，查看案件`}
                            >
                              {countText(c.count)}
                            </EvidenceLink>
                          )}
                          <LeftOutNote {...c} name={c.area} indicator={q.indicator} />
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollBox>
          );
        }}
      </LoadedView>
    </Panel>
  );
}
