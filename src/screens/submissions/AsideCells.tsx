import type { ShownCell } from '../../domain/aside';
import { countText } from '../../domain/display';
import { useAsideRow } from '../../ui/data';
import { type PrintColumn, PrintList } from '../../ui/print/PrintList';
import { type OpenedRow, rowPlace, shownTo } from './problemQuestion';

/** The cells of a row by their headers; the faulty ones are marked. */
export function AsideCells({ cells, caption }: { cells: readonly ShownCell[]; caption: string }) {
  return (
    <table className="kp-plain kp-aside-cells">
      <caption className="kp-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">列号</th>
          <th scope="col">表头</th>
          <th scope="col">内容</th>
        </tr>
      </thead>
      <tbody>
        {cells.map((cell) => (
          <tr key={cell.letters} className={cell.isFaulty ? 'kp-aside-faulty' : undefined}>
            <td>{cell.letters}</td>
            <th scope="row">
              <Header cell={cell} />
            </th>
            <td>
              {cell.isFaulty && (
                <span className="kp-severity-error">
                  <span aria-hidden="true">✕ </span>
                  <span className="kp-hidden">有问题：</span>
                </span>
              )}
              <Content cell={cell} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Header({ cell: { header, column } }: { cell: ShownCell }) {
  if (!header.trim()) return <span className="kp-no-case">没有表头</span>;
  return (
    <>
      {header}
      {column === null && <small> 未读取</small>}
      {column !== null && column !== header.trim() && <small> 读作{column}</small>}
    </>
  );
}

function Content({ cell: { text, length } }: { cell: ShownCell }) {
  if (!text.trim()) return <span className="kp-no-case">空白</span>;
  return (
    <>
      {text}
      {length !== null && <small>……（共 {countText(length)} 字，只保留开头，全文见原文件）</small>}
    </>
  );
}

const PRINTED: PrintColumn<ShownCell>[] = [
  { key: 'letters', title: '列号', kind: 'whole', render: (c) => c.letters },
  { key: 'header', title: '表头', render: (c) => <Header cell={c} /> },
  { key: 'faulty', title: '', kind: 'whole', render: (c) => (c.isFaulty ? '✕' : null) },
  { key: 'text', title: '内容', kind: 'name', render: (c) => <Content cell={c} /> },
];

/** The opened row on paper, in place of the list that it was opened from. */
export function AsidePrint({ opened }: { opened: OpenedRow }) {
  const row = useAsideRow(opened.at, shownTo(opened));
  if (row.state !== 'ready') return null;
  const { cells, problems } = row.data;
  return (
    <>
      <section className="kp-print-only">
        <h3>
          搁置的行：{opened.file} {rowPlace(opened)}
        </h3>
        {problems.map((p) => (
          <p key={`${p.letters}/${p.code}/${p.message}`}>{p.message}</p>
        ))}
      </section>
      {cells && (
        <PrintList
          caption={`搁置的行：${opened.file} ${rowPlace(opened)}`}
          columns={PRINTED}
          rows={cells}
          total={cells.length}
          unit="格"
          where="原文件"
          rowKey={(c) => c.letters}
        />
      )}
    </>
  );
}
