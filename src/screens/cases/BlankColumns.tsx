import { Button } from 'antd';
import { countText } from '../../domain/display';
import type { EvidenceQuestion } from '../../domain/evidence';
import { useOffice } from '../../ui/data';
import { useSetSearch } from '../../ui/navigation';
import { essentialKeys, type ListedColumns } from './columns';

/** Which columns the list leaves out because no row has anything in them, and a way to see them all the same. */
export function BlankColumns({ question, columns }: { question: EvidenceQuestion; columns: ListedColumns }) {
  const { catalogue } = useOffice();
  const setSearch = useSetSearch('cases');
  const { blank } = columns;
  if (blank.length === 0) return null;
  const show = () => setSearch({ columns: essentialKeys(catalogue, question).join(',') }, { replace: true });
  return (
    <>
      ；{countText(blank.length)} 列全空，未列出（{blank.map((c) => c.label).join('、')}）
      <Button size="small" type="link" className="kp-case-blank-show kp-no-print" onClick={show}>
        显示
      </Button>
    </>
  );
}
