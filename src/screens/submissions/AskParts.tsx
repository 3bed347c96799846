import { Button, Radio, Select } from 'antd';
import { everyReportingUnit } from '../../domain/office';
import { type Period, periodName } from '../../domain/period';
import type { Ask } from '../../domain/problems';
import { reportingPeriods } from '../../domain/reporting';
import { useOffice, useView } from '../../ui/data';
import type { IntakeQueue } from './queue';
import { answerOf, isAnswered, type QueueItem } from './queueItem';

interface AskPartsProps {
  item: QueueItem;
  queue: IntakeQueue;
}

/**
 * Asks what must be known before a file can be read: whose it is where its name is silent, what its texts mean where they
 * can mean two things. Nothing is chosen beforehand: a guess would pass for an answer.
 */
export function AskParts({ item, queue }: AskPartsProps) {
  return (
    <fieldset className="kp-ask">
      <legend className="kp-hidden">{item.path} 有待选定的内容</legend>
      <NameParts item={item} queue={queue} />
      {item.asks.map((ask) => (
        <Choices key={ask.of} ask={ask} item={item} queue={queue} />
      ))}
      <Button
        size="small"
        type="primary"
        aria-label={`接收 ${item.path}`}
        disabled={!isAnswered(item)}
        onClick={() => queue.confirm(item.id)}
      >
        接收
      </Button>
    </fieldset>
  );
}

const PARTS = { unit: '单位', period: '报送期' } as const;

/** What the name of a file does not say, or says in several ways, with what it says. */
function NameParts({ item, queue }: AskPartsProps) {
  const office = useOffice();
  const { profile } = office;
  const year = Math.max(useView().year, profile.year);
  const { named, declared } = item;
  const units = everyReportingUnit(office);
  const found = (['unit', 'period'] as const).filter((part) => named[part] === null && named.readings[part].length > 0);
  return (
    <>
      {found.map((part) => (
        <span key={part} className="kp-ask-found">
          文件名中的{PARTS[part]}有{named.readings[part].map((reading) => `「${reading}」`).join('')}，请选定
        </span>
      ))}
      {named.unit === null && (
        <Select
          size="small"
          aria-label="报送单位"
          placeholder="报送单位"
          className="kp-ask-unit"
          showSearch={{ optionFilterProp: 'label' }}
          value={declared.unit ?? null}
          options={office.groups.map(({ id, name }) => ({
            label: name,
            options: units.filter((u) => u.group === id).map((u) => ({ value: u.id, label: u.name })),
          }))}
          onChange={(unit: string) => queue.declare(item.id, { unit })}
        />
      )}
      {named.period === null && (
        <Select
          size="small"
          aria-label="报送期"
          placeholder="报送期"
          className="kp-ask-period"
          value={declared.period ?? null}
          options={reportingPeriods(profile.reporting, year, named.ledger).map((p) => ({
            value: p,
            label: periodName(p),
          }))}
          onChange={(period: Period) => queue.declare(item.id, { period })}
        />
      )}
    </>
  );
}

/** A question that was met in reading, with the answers there are and what to do where none fits. */
function Choices({ ask, item, queue }: AskPartsProps & { ask: Ask }) {
  return (
    <fieldset className="kp-ask-choice">
      <legend>{ask.text}</legend>
      <Radio.Group
        size="small"
        name={`${item.id}-${ask.of}`}
        value={answerOf(item, ask)}
        options={ask.choices.map(({ answer, label }) => ({ value: answer, label }))}
        onChange={(event) => queue.answer(item.id, ask, event.target.value as string)}
      />
      <small>{ask.otherwise}</small>
    </fieldset>
  );
}
