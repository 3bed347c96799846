import { countText } from '../../domain/display';
import { FILE_NOTE_SEVERITY, type ProblemCode } from '../../domain/problemCodes';
import type { ProblemGroup } from '../../domain/problemGroups';
import type { Submission } from '../../domain/submission';
import { useOffice, useProblemGroups } from '../../ui/data';
import { LoadedView } from '../../ui/LoadedView';
import { rowsText } from '../../ui/rowsText';
import { groupAddress } from './problemQuestion';
import { groupPlace } from './problemWords';
import { answersText, formText } from './readingWords';

/** What is said of a file as a whole and of how it was read; the problems of its rows have a list of their own. */
const CODES = (Object.keys(FILE_NOTE_SEVERITY) as ProblemCode[]).filter((code) => code !== 'later_version');

/** Lines shown at most: each is one sentence of many rows, so that more are a file of very many sheets or columns. */
const MOST = 200;

interface ReadingNotesProps {
  version: Submission;
  /** Whether the rows are here: only then is known what was noted while they were read. */
  holdsRows: boolean;
}

/** 读取说明: in which form a file was read, what became of its rows, and what was read otherwise than as it stands. */
export function ReadingNotes({ version, holdsRows }: ReadingNotesProps) {
  const answered = answersText(useOffice().catalogue, version.answers);
  return (
    <section className="kp-reading" aria-label="读取说明">
      <h3>读取说明</h3>
      <dl>
        <dt>格式</dt>
        <dd>{formText(version.encoding)}</dd>
        {answered && (
          <>
            <dt>接收时选定</dt>
            <dd>{answered}</dd>
          </>
        )}
        <dt>行数</dt>
        <dd>
          读取 {rowsText(version, 'rowsRead')} 行 = 接受 {rowsText(version, 'rowsAccepted')} + 搁置{' '}
          {rowsText(version, 'rowsRejected')}
        </dd>
      </dl>
      {holdsRows && <Notes id={version.id} />}
    </section>
  );
}

function Notes({ id }: { id: number }) {
  const notes = useProblemGroups({ submission: id, codes: CODES, offset: 0, limit: MOST });
  return (
    <LoadedView of={notes} waitingFor="正在读取说明">
      {({ total, groups }) =>
        total === 0 ? (
          <p className="kp-note">按模板读取，没有需要说明的地方。</p>
        ) : (
          <>
            {bySheet(groups).map(([sheet, ofSheet]) => (
              <SheetNotes key={sheet} sheet={sheet} notes={ofSheet} />
            ))}
            {total > groups.length && (
              <p className="kp-note">另有 {countText(total - groups.length)} 条，见问题清单。</p>
            )}
          </>
        )
      }
    </LoadedView>
  );
}

/** In order: first what is of the whole file, then each sheet's. */
function bySheet(notes: readonly ProblemGroup[]): [sheet: string | null, notes: ProblemGroup[]][] {
  const sheets = new Map<string | null, ProblemGroup[]>();
  for (const note of notes) sheets.set(note.sheet, [...(sheets.get(note.sheet) ?? []), note]);
  return [...sheets];
}

/** The notes on one sheet, which is named once above them. */
function SheetNotes({ sheet, notes }: { sheet: string | null; notes: readonly ProblemGroup[] }) {
  return (
    <>
      {sheet !== null && <h4>工作表「{sheet}」</h4>}
      <ul className="kp-version-problems">
        {notes.map((note) => (
          <li key={groupAddress(note)}>
            <span>{groupPlace({ ...note, sheet: null }, sheet === null ? '全文件' : '全表')}</span>
            {note.message}
          </li>
        ))}
      </ul>
    </>
  );
}
