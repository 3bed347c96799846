import { SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { type EvidenceQuestion, ledgerOf } from '../../domain/evidence';
import { useOffice } from '../../ui/data';
import { useSetSearch } from '../../ui/navigation';
import { allColumns, type CaseColumn, essentialKeys } from './columns';

/** Which columns the list shows; without a choice those that decide the question. */
export function ColumnChoice({ question, shown }: { question: EvidenceQuestion; shown: readonly CaseColumn[] }) {
  const office = useOffice();
  const { catalogue } = office;
  const setSearch = useSetSearch('cases');
  const all = allColumns(office, ledgerOf(catalogue, question));
  const keys = shown.map((c) => c.key);
  const [id] = essentialKeys(catalogue, question);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title="显示的列"
      content={
        <div className="kp-case-columns">
          <Checkbox.Group
            value={keys}
            options={all.map((c) => ({ value: c.key, label: c.label, disabled: c.key === id }))}
            onChange={(chosen) => setSearch({ columns: chosen.join(',') }, { replace: true })}
          />
          <div className="kp-actions">
            <Button size="small" onClick={() => setSearch({ columns: undefined }, { replace: true })}>
              主要列
            </Button>
            <Button
              size="small"
              onClick={() => setSearch({ columns: all.map((c) => c.key).join(',') }, { replace: true })}
            >
              全部列
            </Button>
          </div>
        </div>
      }
    >
      <Button size="small" icon={<SettingOutlined />}>
        列（{keys.length}/{all.length}）
      </Button>
    </Popover>
  );
}
