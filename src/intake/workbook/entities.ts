const XML: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const character = (code: number): string | null =>
  code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : null;

/** The character that `&name;`, `&#10;` or `&#x41;` stands for; what is none stays as it stands. */
export function resolveEntities(text: string, named: Readonly<Record<string, string>> = XML): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#[xX]([\da-fA-F]{1,6})|#(\d{1,7})|([A-Za-z][A-Za-z\d]{0,31}));/g,
    (all, hex, decimal, name) => {
      if (name) return named[name] ?? all;
      return character(hex ? Number.parseInt(hex, 16) : Number(decimal)) ?? all;
    },
  );
}

/** XML reads any line end as LF; one that is to stay a CR is written as an entity, after which this is not called. */
export const xmlText = (text: string): string =>
  resolveEntities(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

/** A character that XML cannot hold is written `_x000D_` in a workbook; a text that looks so, `_x005F_x000D_`. */
export const workbookText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([\da-fA-F]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
