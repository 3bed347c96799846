import type * as z from 'zod';
import { isKnownCode } from '../problemCodes';
import { Catalogue, type Definitions, SUBMISSION_STEP } from './catalogue';
import { changedIndicator, changedLedger, changeFaults } from './changes';
import { type Choice, choiceSchema } from './choice';
import { columnKeys } from './columns';
import { type Fault, repeated, unlisted } from './fault';
import { type Indicator, indicatorSchema, isOfReporting } from './indicator';
import { indicatorFaults } from './indicatorFaults';
import { type Ledger, ledgerSchema } from './ledger';
import { ledgerFaults } from './ledgerFaults';

/** A catalogue that cannot be used; every fault has its file and path. */
export class CatalogueError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`台账和指标的配置有误，未载入：\n${faults.join('\n')}`);
    this.name = 'CatalogueError';
  }
}

/** Parsed files of the catalogue, by name without ending, in the order in which they are shown. */
export interface CatalogueFiles {
  /** One ledger each. */
  ledgers: Readonly<Record<string, unknown>>;
  /** One indicator each, or several in a list. */
  indicators: Readonly<Record<string, unknown>>;
}

/** What a profile makes of the program's catalogue: its `catalogue.json`, and the files that it brings. */
export interface ChosenFiles {
  choice: unknown;
  own: CatalogueFiles;
}

/** Where a definition stands: in a file, and where in it. */
interface Placed<T> {
  file: string;
  at: string;
  content: T;
}

/** Folder of a profile's own files, as faults name it. */
const OWN = '方案的 catalogue/';

/** @throws CatalogueError with every fault */
export function readChoice(content: unknown): Choice {
  const result = choiceSchema.safeParse(content);
  if (result.success) return result.data;
  throw new CatalogueError(
    result.error.issues.map((i) => `catalogue.json → ${i.path.map(String).join('.') || '（整个文件）'}：${i.message}`),
  );
}

/**
 * Reads a catalogue from its parsed files and checks what they say against themselves and each other.
 * @param chosen what a profile takes of it and adds; all of it where that is left out
 * @throws CatalogueError with `file → path：reason` of every fault
 */
export function readCatalogue(shipped: CatalogueFiles, chosen?: ChosenFiles): Catalogue {
  const choice = chosen && readChoice(chosen.choice);
  const faults: string[] = [];
  const tell = (file: string, found: readonly Fault[]) =>
    faults.push(...found.map(({ path, message }) => `${file} → ${path || '（整个文件）'}：${message}`));
  let ledgers = [...ledgersIn(shipped, '', tell), ...(chosen ? ledgersIn(chosen.own, OWN, tell) : [])];
  let indicators = [...indicatorsIn(shipped, '', tell), ...(chosen ? indicatorsIn(chosen.own, OWN, tell) : [])];
  if (faults.length) throw new CatalogueError(faults);
  tell('ledgers/*', same('id', '台账', ledgers));
  tell('indicators/*', same('id', '指标', indicators));
  if (choice) {
    tell('catalogue.json', choiceFaults(choice, ledgers, indicators));
    ledgers = inOrder(choice.ledgers, ledgers).map((placed) => withoutLinks(placed, choice));
    indicators = inOrder(choice.indicators, indicators);
    tell('catalogue.json', changeFaults(choice.changes, contents(ledgers), contents(indicators)));
    if (faults.length) throw new CatalogueError(faults);
    ledgers = ledgers.map((placed) => made(placed, changedLedger(placed.content, choice.changes)));
    indicators = indicators.map((placed) => made(placed, changedIndicator(placed.content, choice.changes)));
  }
  tell('ledgers/*', same('name', '台账', ledgers));
  tell('indicators/*', same('name', '指标', indicators));
  const definitions: Definitions = { ledgers: contents(ledgers), indicators: contents(indicators) };
  for (const { file, content } of ledgers)
    tell(file, [...ledgerFaults(content), ...linkFaults(content, definitions), ...listFaults(content, definitions)]);
  for (const { file, at, content } of indicators)
    tell(
      file,
      indicatorFaults(content, definitions).map(({ path, message }) => ({ path: `${at}.${path}`, message })),
    );
  tell('ledgers/*', [...aliasFaults(definitions), ...stepFaults(definitions), ...oddityFaults(definitions)]);
  tell('indicators/*', submissionFaults(definitions));
  if (faults.length) throw new CatalogueError(faults);
  return new Catalogue(definitions);
}

const contents = <T>(placed: readonly Placed<T>[]): T[] => placed.map((p) => p.content);

/** What a profile makes of a definition; faults say that they may be of the change. */
const made = <T>(placed: Placed<T>, content: T): Placed<T> =>
  content === placed.content ? placed : { ...placed, file: `${placed.file}（经 catalogue.json 更改）`, content };

type Tell = (file: string, found: readonly Fault[]) => void;

function checked<T>(schema: z.ZodType<T>, file: string, content: unknown, tell: Tell): T[] {
  const result = schema.safeParse(content);
  if (result.success) return [result.data];
  tell(
    file,
    result.error.issues.map((i) => ({ path: i.path.map(String).join('.'), message: i.message })),
  );
  return [];
}

const ledgersIn = (files: CatalogueFiles, folder: string, tell: Tell): Placed<Ledger>[] =>
  Object.entries(files.ledgers).flatMap(([name, content]) => {
    const file = `${folder}ledgers/${name}.json`;
    return checked(ledgerSchema, file, content, tell).map((ledger) => {
      // A profile names ledgers by id, and files are found by the names that it says.
      if (ledger.id !== name) tell(file, [{ path: 'id', message: `须与文件名相同，应为 ${name}` }]);
      return { file, at: '', content: ledger };
    });
  });

const indicatorsIn = (files: CatalogueFiles, folder: string, tell: Tell): Placed<Indicator>[] =>
  Object.entries(files.indicators).flatMap(([name, content]) => {
    const file = `${folder}indicators/${name}.json`;
    return checked(indicatorSchema.array(), file, content, tell).flatMap((list) =>
      list.map((indicator, i) => ({ file, at: `${i}`, content: indicator })),
    );
  });

function same(key: 'id' | 'name', what: string, placed: readonly Placed<Ledger | Indicator>[]): Fault[] {
  const list = contents(placed);
  return repeated(
    key === 'id' ? `${what} id` : `${what}名称`,
    list.map((x) => x[key]),
    (i) => `${list[i]?.id}.${key}`,
  );
}

const idsOf = (list: readonly Placed<{ id: string }>[]): string[] => contents(list).map(({ id }) => id);

const inOrder = <T extends { id: string }>(ids: readonly string[], list: readonly Placed<T>[]): Placed<T>[] =>
  ids.flatMap((id) => list.find((p) => p.content.id === id) ?? []);

/** What a choice names that there is not, or names twice; and what it brings and does not choose. */
function choiceFaults(
  choice: Choice,
  ledgers: readonly Placed<Ledger>[],
  indicators: readonly Placed<Indicator>[],
): Fault[] {
  const kinds = { ledgers: { what: '台账', list: ledgers }, indicators: { what: '指标', list: indicators } } as const;
  return (['ledgers', 'indicators'] as const).flatMap((kind) => {
    const { what, list } = kinds[kind];
    const unused = list.filter((p) => p.file.startsWith(OWN) && !choice[kind].includes(p.content.id));
    return [
      ...choice[kind].flatMap((id, i) => unlisted(what, idsOf(list), id, `${kind}.${i}`)),
      ...repeated(what, choice[kind], (i) => `${kind}.${i}`),
      ...unused.map(({ content }) => ({ path: kind, message: `自带的${what} ${content.id} 没有列入，不会生效` })),
    ];
  });
}

/** A ledger of the program may be kept without another one that it knows of. */
const withoutLinks = ({ file, at, content }: Placed<Ledger>, { ledgers, own }: Choice): Placed<Ledger> => ({
  file,
  at,
  content: own.ledgers.includes(content.id)
    ? content
    : { ...content, links: content.links.filter((l) => ledgers.includes(l.ledger)) },
});

const linkFaults = ({ links }: Ledger, { ledgers }: Definitions): Fault[] =>
  links.flatMap((l, i) =>
    unlisted(
      '台账',
      ledgers.map((o) => o.id),
      l.ledger,
      `links.${i}.ledger`,
    ),
  );

/** Lists of cases show no column that there is not. */
const listFaults = (ledger: Ledger, { indicators }: Definitions): Fault[] =>
  (['first', 'course'] as const).flatMap((of) =>
    ledger.lists[of].flatMap((key, i) => unlisted('列', columnKeys(ledger, indicators), key, `lists.${of}.${i}`)),
  );

/** A word in a file's name must name one ledger; columns of two ledgers' facts may be called alike. */
const aliasFaults = ({ ledgers }: Definitions): Fault[] =>
  ledgers.flatMap((ledger, i) =>
    ledger.aliases.flatMap((alias, j) => {
      const first = ledgers.slice(0, i).find((other) => other.aliases.includes(alias));
      return first ? [{ path: `${ledger.id}.aliases.${j}`, message: `文件名用词 ${alias} 已用于${first.name}` }] : [];
    }),
  );

/** Deadline rules name a step and no ledger: each is of one. */
function stepFaults({ ledgers }: Definitions): Fault[] {
  const steps = ledgers.flatMap((l) => l.deadlines.map((d, i) => ({ id: d.id, path: `${l.id}.deadlines.${i}.id` })));
  return [
    ...repeated(
      '期限',
      steps.map((s) => s.id),
      (i) => steps[i]?.path ?? '',
    ),
    ...steps.flatMap(({ id, path }) =>
      id === SUBMISSION_STEP ? [{ path, message: `${SUBMISSION_STEP} 是报送的期限，请改名` }] : [],
    ),
  ];
}

/** The code of a problem says one thing, whatever the ledger. */
function oddityFaults({ ledgers }: Definitions): Fault[] {
  const codes = ledgers.flatMap((l) => l.oddities.map(({ code }, i) => ({ code, path: `${l.id}.oddities.${i}.code` })));
  return [
    ...repeated(
      '规则代码',
      codes.map((c) => c.code),
      (i) => codes[i]?.path ?? '',
    ),
    ...codes.flatMap(({ code, path }) =>
      isKnownCode(code) ? [{ path, message: `规则代码 ${code} 已另有含义，请改名` }] : [],
    ),
  ];
}

/** What is counted over expected submissions is counted once. */
function submissionFaults({ indicators }: Definitions): Fault[] {
  const found = indicators.filter(isOfReporting);
  if (found.length === 1) return [];
  return [
    {
      path: found[1]?.id ?? '',
      message: `按报送登记计算的指标（ledger 为 null）须有且只有一个，现有 ${found.length} 个`,
    },
  ];
}
