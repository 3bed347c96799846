import { expect, it } from 'vitest';
import { catalogue } from '../../../tests/support/catalogue';
import { parquetModule } from '../node/parquetModule';
import { openFile } from './openFile';

it('of a text only the beginning is tried in another encoding', async () => {
  const line = 'id,type\n';
  const file = new Blob([line.repeat(1_000_000)]);
  const opened = await openFile(catalogue, file, parquetModule());
  const again = await opened.reopen?.('utf-8');
  let rows = 0;
  for await (const batch of again?.sheets[0]?.read() ?? []) rows += batch.rows;
  expect(rows).toBe((4 * 1024 * 1024) / line.length);
});
