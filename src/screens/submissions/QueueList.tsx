import { CloseOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { memo, useMemo, useState, useSyncExternalStore } from 'react';
import { countText } from '../../domain/display';
import { unitName } from '../../domain/office';
import { periodName } from '../../domain/period';
import { effectiveSubmissions, type Submission, submissionKey } from '../../domain/submission';
import { CopyDetails } from '../../ui/CopyDetails';
import { useOffice, useWorkspace, useWorkspaceState } from '../../ui/data';
import { ScreenLink } from '../../ui/navigation';
import type { TakeInPhase } from '../../workspace/workspace';
import { AskParts } from './AskParts';
import { type IntakeQueue, queueOf } from './queue';
import { type AcceptedPart, foreseenOf, isDone, keyOfItem, type QueueItem, type QueueState } from './queueItem';
import { replacementWords } from './replacement';

const STATES: Record<QueueState, { name: string; mark: string }> = {
  opening: { name: '打开中', mark: '▸' },
  asking: { name: '待补充', mark: '？' },
  waiting: { name: '等待', mark: '…' },
  working: { name: '处理中', mark: '▸' },
  accepted: { name: '已接收', mark: '✓' },
  same: { name: '已有相同文件', mark: '＝' },
  refused: { name: '未采用', mark: '✕' },
  cancelled: { name: '已取消', mark: '—' },
};

const PHASES: Record<TakeInPhase, string> = {
  reading: '读取',
  checking: '核对',
  keeping: '存档',
};

const NONE: readonly Submission[] = [];

/** The files on their way in, each with its state, and the progress of all. */
export function QueueList() {
  const workspace = useWorkspace();
  const queue = queueOf(workspace);
  const { submissions } = useWorkspaceState();
  const effective = useMemo(() => effectiveSubmissions(submissions), [submissions]);
  const { items, notes } = useSyncExternalStore(queue.subscribe, queue.state, queue.state);
  const [only, setOnly] = useState<QueueState | 'all'>('all');
  if (items.length === 0 && notes.length === 0) return null;
  const done = items.filter(isDone).length;
  const of = (state: QueueState) => items.filter((item) => item.state === state).length;
  const chosen = items.filter((item) => only === 'all' || item.state === only);
  // What waits for an answer stands first: at the end of a long list nobody would see it.
  const shown = [...chosen].sort((a, b) => Number(b.state === 'asking') - Number(a.state === 'asking'));
  const busy = items.some((item) => ['opening', 'waiting', 'working'].includes(item.state));
  const present = (Object.keys(STATES) as QueueState[]).filter((state) => of(state) > 0);
  const summary = present.map((state) => `${STATES[state].name} ${of(state)}`).join('，');
  return (
    <section aria-label="接收队列" className="kp-queue">
      <div className="kp-queue-head">
        {items.length > 0 && (
          <>
            <progress aria-label="总进度" value={done} max={items.length} />
            <strong>
              {done}/{items.length}
            </strong>
            <Segmented
              size="small"
              aria-label="按状态筛选"
              value={present.includes(only as QueueState) ? only : 'all'}
              options={[
                { value: 'all' as const, label: `全部 ${items.length}` },
                ...present.map((state) => ({ value: state, label: `${STATES[state].name} ${of(state)}` })),
              ]}
              onChange={setOnly}
            />
          </>
        )}
        <span className="kp-queue-buttons">
          {(busy || of('asking') > 0) && (
            <Button size="small" danger onClick={() => queue.cancelAll()}>
              全部取消
            </Button>
          )}
          {!busy && (
            <Button size="small" onClick={() => queue.clear()}>
              清除列表
            </Button>
          )}
        </span>
      </div>
      <p className="kp-hidden" data-testid="queue-progress" aria-live="polite">
        {items.length > 0 && `接收进度 ${done}/${items.length}：${summary}`}
      </p>
      <ul className="kp-queue-notes">
        {[...new Set(notes)].map((note) => (
          <li key={note} className="kp-note">
            {note}
          </li>
        ))}
      </ul>
      <ul className="kp-queue-list">
        {(shown.length > 0 ? shown : items).map((item) => (
          <QueueRow
            key={item.id}
            item={item}
            queue={queue}
            // Only what waits foresees what it will replace; the others need not be drawn again.
            effective={item.state === 'waiting' ? effective : NONE}
          />
        ))}
      </ul>
    </section>
  );
}

interface QueueRowProps {
  item: QueueItem;
  queue: IntakeQueue;
  /** The submissions that count now. */
  effective: readonly Submission[];
}

/** Drawn again only when its own file moves: a queue of hundreds tells of its progress many times a second. */
const QueueRow = memo(function QueueRow({ item, queue, effective }: QueueRowProps) {
  const office = useOffice();
  const { unit, period, ledger } = keyOfItem(item);
  // What came of it is told by the file itself, not by its name.
  const ledgers = item.accepted.length > 0 ? item.accepted.map((a) => a.submission.ledger) : ledger ? [ledger] : [];
  const said = [
    unit && unitName(office, unit),
    period && periodName(period),
    ledgers.map((id) => office.catalogue.ledger(id).name).join('、'),
  ];
  const known = said.filter(Boolean).join(' · ') || (isDone(item) ? '单位和报送期不明' : '单位和报送期待补充');
  const { name, mark } = STATES[item.state];
  return (
    <li className={`kp-queue-row kp-queue-${item.state}`}>
      <span className="kp-queue-state">
        <span aria-hidden="true">{mark}</span> {name}
      </span>
      <div className="kp-queue-what">
        <span className="kp-queue-file">{item.path}</span>
        <small>
          {item.state === 'opening'
            ? '压缩包'
            : `${known} · ${item.receivedOn ? `收到 ${item.receivedOn}` : '收到日期不明'}`}
        </small>
        {item.state === 'asking' && <AskParts item={item} queue={queue} />}
        <QueueOutcome item={item} effective={effective} />
      </div>
      {!isDone(item) && (
        <Button
          size="small"
          type="text"
          icon={<CloseOutlined />}
          aria-label={`取消 ${item.path}`}
          onClick={() => queue.cancel(item.id)}
        />
      )}
    </li>
  );
});

function QueueOutcome({ item, effective }: Omit<QueueRowProps, 'queue'>) {
  switch (item.state) {
    case 'waiting': {
      const foreseen = foreseenOf(item, effective);
      return foreseen && <span className="kp-queue-replaces">{replacementWords(foreseen, false)}</span>;
    }
    case 'opening':
      return <span role="status">正在打开压缩包{takenText(item.taken)}</span>;
    case 'working':
      return (
        <span role="status">
          {item.phase ? PHASES[item.phase] : '排队'}
          {item.share !== null && ` ${Math.floor(item.share * 100)}%`}{' '}
          {item.share !== null && <progress aria-hidden="true" value={item.share} max={1} />}
        </span>
      );
    case 'accepted':
      return item.accepted.map((part) => (
        <Accepted key={part.submission.id} part={part} named={item.accepted.length > 1} />
      ));
    case 'same':
      return (
        <span>
          内容与已接收的「{item.same?.file}」完全相同，
          {item.mended ? '本机损坏的原文件已由它换回' : '未重复接收'}
        </span>
      );
    case 'refused':
      return (
        <span className="kp-queue-sentence">
          {item.sentence} <CopyDetails error={item.failure} />
        </span>
      );
    default:
      return null;
  }
}

/** What was taken out of a pack so far; a large file shows that it goes on. */
const takenText = ({ members, bytes }: QueueItem['taken']): string =>
  bytes === 0 ? '' : `，已取出 ${countText(members)} 个文件，${countText(Math.ceil(bytes / 2 ** 20))} MB`;

/** @param named says which ledger it is: the file holds several */
function Accepted({ part: { submission: s, problems, replacement }, named }: { part: AcceptedPart; named: boolean }) {
  const { catalogue } = useOffice();
  return (
    <>
      <span data-testid="taken-in">
        {named && <strong>{catalogue.ledger(s.ledger).name}：</strong>}
        {s.rowsRead === 0
          ? '零申报（只有表头）'
          : `读取 ${countText(s.rowsRead)} 行 = 接受 ${countText(s.rowsAccepted)} + 搁置 ${countText(s.rowsRejected)}`}
        {'；'}
        {problems === 0 ? (
          '没有问题'
        ) : (
          <ScreenLink screen="submissions" search={{ tab: 'problems', submission: String(s.id) }}>
            问题 {countText(problems)} 个（逐行计）
          </ScreenLink>
        )}
        {'；'}
        <ScreenLink screen="submissions" search={{ tab: 'register', cell: submissionKey(s) }}>
          读取说明
        </ScreenLink>
      </span>
      {replacement && <span className="kp-queue-replaces">{replacementWords(replacement, true)}</span>}
    </>
  );
}
