import { FileAddOutlined, FolderOpenOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import type { Day } from '../../domain/day';
import { type Office, reportingUnits } from '../../domain/office';
import { periodName } from '../../domain/period';
import { useOffice, useWorkspaceState } from '../../ui/data';
import { readTypedDay } from '../../ui/typedDay';
import { pickedFiles } from './handIn';
import { QueueList } from './QueueList';
import type { DroppedFile } from './queueItem';
import { TemplateButton } from './TemplateButton';

export interface IntakePanelProps {
  receivedOn: Day | null;
  onReceivedOn: (day: Day | null) => void;
  onFiles: (files: DroppedFile[]) => void;
  /** Files are being held over the page. */
  over: boolean;
}

/** Where files come in: dropped, or chosen one by one or as a folder; below it those on their way. */
export function IntakePanel({ receivedOn, onReceivedOn, onFiles, over }: IntakePanelProps) {
  const { kind } = useWorkspaceState();
  const office = useOffice();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const chosen = (input: HTMLInputElement) => {
    if (input.files?.length) onFiles(pickedFiles(input.files));
    // So that the same file can be chosen again after it was mended.
    input.value = '';
  };
  return (
    <section className="kp-panel kp-intake kp-no-print" aria-label="接收报送文件">
      <div className={`kp-drop ${over ? 'kp-drop-over' : ''}`}>
        <p>
          <strong>{over ? '松开即可接收' : '把文件或文件夹拖到本页任意处'}</strong>
          <span className="kp-note">
            {office.catalogue.ledgers.map((l) => l.name).join('、')}：Excel（xlsx、xlsm、xls）、CSV
            和其他文本、网页表格、Parquet，以及装有它们的文件夹和
            ZIP、GZ，一次可拖入任意多个。文件名写明单位和报送期，如 {exampleName(office)}
            ；一个工作簿可含几本台账。压缩包解压后不超过 4 GB；设有打开密码的文件和 RAR、7z 不能读取。同时拖入
            received.csv（file,received_on）可逐个登记收到日期。
          </span>
          {kind === 'sample' && (
            <span className="kp-note">
              当前是示例工作区，不接收文件；拖入文件后会先询问是否清空示例、开始正式工作。
            </span>
          )}
        </p>
        <div className="kp-drop-actions">
          <Button type="primary" icon={<FileAddOutlined />} onClick={() => files.current?.click()}>
            选择文件
          </Button>
          <Button icon={<FolderOpenOutlined />} onClick={() => folder.current?.click()}>
            选择文件夹
          </Button>
          <TemplateButton />
          <ReceivedOn day={receivedOn} onChange={onReceivedOn} />
        </div>
        <input
          ref={files}
          type="file"
          multiple
          hidden
          aria-label="选择报送文件"
          data-testid="files"
          onChange={(event) => chosen(event.target)}
        />
        <input
          ref={folder}
          type="file"
          multiple
          hidden
          aria-label="选择报送文件夹"
          data-testid="folder"
          {...{ webkitdirectory: '' }}
          onChange={(event) => chosen(event.target)}
        />
      </div>
      <QueueList />
    </section>
  );
}

/** A name that says all: of the first submission that the office expects. */
function exampleName(office: Office): string {
  const [first] = office.profile.reporting;
  const [unit] = reportingUnits(office);
  return first && unit
    ? `${periodName(first.from)}_${unit.name}_${office.catalogue.ledger(first.ledger).name}.xlsx`
    : '';
}

/** The day on which the files came in; left blank it is not known, and the submission counts neither as in time nor as late. */
function ReceivedOn({ day, onChange }: { day: Day | null; onChange: (day: Day | null) => void }) {
  const [typed, setTyped] = useState(day ?? '');
  const read = readTypedDay(typed);
  const wrong = typed.trim() !== '' && read === null;
  const take = () => {
    if (wrong) return;
    setTyped(read ?? '');
    onChange(read);
  };
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: antd's Input renders the input that the label names
    <label className="kp-received">
      收到日期
      <Input
        className="kp-received-day"
        value={typed}
        maxLength={11}
        allowClear
        placeholder="不明"
        status={wrong ? 'error' : ''}
        aria-invalid={wrong}
        title="格式 2017-10-09；留空为收到日期不明。received.csv 中写明的以其为准"
        onChange={(event) => {
          setTyped(event.target.value);
          const next = readTypedDay(event.target.value);
          if (next !== null || event.target.value.trim() === '') onChange(next);
        }}
        onBlur={take}
      />
      {wrong && <span role="alert">日期格式应为 2017-10-09</span>}
    </label>
  );
}
