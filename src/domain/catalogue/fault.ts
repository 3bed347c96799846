/** What is wrong with a file of the catalogue or of a profile, and where: the path within the file. */
export interface Fault {
  path: string;
  message: string;
}

/** Texts of a list that stand in it twice. */
export const repeated = (what: string, texts: readonly string[], path: (i: number) => string): Fault[] =>
  texts.flatMap((text, i) =>
    texts.indexOf(text) < i ? [{ path: path(i), message: `${what} ${text} 重复，请改正或删去一处` }] : [],
  );

/** Names that nothing bears. @param named one, several or none */
export const unlisted = (
  what: string,
  known: readonly string[],
  named: string | readonly string[] | undefined,
  path: string,
): Fault[] =>
  (named === undefined ? [] : typeof named === 'string' ? [named] : named).flatMap((name) =>
    known.includes(name) ? [] : [{ path, message: `没有${what} ${name}，可用的有：${known.join('、') || '（无）'}` }],
  );
