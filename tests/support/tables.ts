import type { Locator, Page } from 'playwright-core';
import { type RenderedTable, tableOf } from '../../src/ui/testing/tableOf';

/** The table of this name (its caption, or its label for screen readers) that is to be seen. */
export const tableNamed = (page: Page, name: string): Locator => page.getByRole('table', { name, exact: true });

/** What a table says, cell by cell, below its heads and beside the names of its rows. */
export async function readTable(page: Page, name: string): Promise<RenderedTable> {
  const tables = tableNamed(page, name);
  await tables.last().waitFor();
  // A head that stays while its rows scroll is a table of its own, of the same name.
  const parts = await tables.evaluateAll((all) => all.map((t) => t.innerHTML));
  return tableOf(`<table aria-label="${name}">${parts.join('')}</table>`, name);
}

/** The number that a text shows: 1,234 件. */
export const numberIn = (text: string): number => {
  const digits = /\d[\d,]*/.exec(text)?.[0];
  if (digits === undefined) throw new Error(`no number in ${text}`);
  return Number(digits.replaceAll(',', ''));
};
