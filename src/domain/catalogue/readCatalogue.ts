import type * as z from 'zod';
import type { Catalogue } from './catalogue';
import { type Fault, repeated, unlisted } from './fault';
import { indicatorSchema } from './indicator';
import { indicatorFaults } from './indicatorFaults';
import { ledgerSchema } from './ledger';
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

/**
 * Reads the catalogue from its parsed files and checks what they say against themselves and each other.
 * @throws CatalogueError with `file → path：reason` of every fault
 */
export function readCatalogue(files: CatalogueFiles): Catalogue {
  const faults: string[] = [];
  const tell = (file: string, found: readonly Fault[]) =>
    faults.push(...found.map(({ path, message }) => `${file}.json → ${path || '（整个文件）'}：${message}`));
  const checked = <T>(schema: z.ZodType<T>, file: string, content: unknown): { file: string; content: T }[] => {
    const result = schema.safeParse(content);
    if (result.success) return [{ file, content: result.data }];
    tell(
      file,
      result.error.issues.map((i) => ({ path: i.path.map(String).join('.'), message: i.message })),
    );
    return [];
  };
  const ledgers = Object.entries(files.ledgers).flatMap(([name, content]) =>
    checked(ledgerSchema, `ledgers/${name}`, content),
  );
  const indicators = Object.entries(files.indicators).flatMap(([name, content]) =>
    checked(indicatorSchema.array(), `indicators/${name}`, content).flatMap(({ file, content: list }) =>
      list.map((indicator, i) => ({ file, at: `${i}`, content: indicator })),
    ),
  );
  if (faults.length) throw new CatalogueError(faults);
  const catalogue: Catalogue = {
    ledgers: ledgers.map((l) => l.content),
    indicators: indicators.map((i) => i.content),
  };
  for (const { file, content } of ledgers) {
    tell(file, ledgerFaults(content));
    tell(
      file,
      content.links.flatMap((l, i) =>
        unlisted(
          '台账',
          catalogue.ledgers.map((o) => o.id),
          l.ledger,
          `links.${i}.ledger`,
        ),
      ),
    );
  }
  for (const { file, at, content } of indicators)
    tell(
      file,
      indicatorFaults(content, catalogue).map(({ path, message }) => ({ path: `${at}.${path}`, message })),
    );
  const names = { 台账: catalogue.ledgers, 指标: catalogue.indicators };
  for (const [what, list] of Object.entries(names))
    tell(what === '台账' ? 'ledgers/*' : 'indicators/*', [
      ...repeated(
        `${what} id`,
        list.map((x) => x.id),
        (i) => `${list[i]?.id}.id`,
      ),
      ...repeated(
        `${what}名称`,
        list.map((x) => x.name),
        (i) => `${list[i]?.id}.name`,
      ),
    ]);
  tell('ledgers/*', aliasFaults(catalogue));
  if (faults.length) throw new CatalogueError(faults);
  return catalogue;
}

/** A word in a file's name must name one ledger; columns of two ledgers' facts may be called alike. */
const aliasFaults = ({ ledgers }: Catalogue): Fault[] =>
  ledgers.flatMap((ledger, i) =>
    ledger.aliases.flatMap((alias, j) => {
      const first = ledgers.slice(0, i).find((other) => other.aliases.includes(alias));
      return first ? [{ path: `${ledger.id}.aliases.${j}`, message: `文件名用词 ${alias} 已用于${first.name}` }] : [];
    }),
  );
