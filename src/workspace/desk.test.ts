import { expect, it } from 'vitest';
import { catalogue } from '../../tests/support/catalogue';
import { qinghai } from '../../tests/support/profile';
import { Catalogue } from '../domain/catalogue/catalogue';
import { officeOf } from '../domain/office';
import { Desk } from './desk';
import { cases, kept, open, parts } from './testing/desks';

it('opens nothing that is of a ledger which the office does not keep, and says which', async () => {
  const { store } = await kept();
  const { ledgers, indicators } = catalogue.definitions;
  const lacking = officeOf(
    qinghai.profile,
    new Catalogue({ ledgers: ledgers.filter((l) => l.id !== 'complaints'), indicators }),
  );
  const before = await store.list('');
  await expect(Desk.open(lacking, parts(store))).rejects.toMatchObject({
    code: 'ledger_unknown',
    message: expect.stringContaining('complaints'),
  });
  expect(await store.list('')).toEqual(before);
});

it('says that the manifest was made anew', async () => {
  const { store, before } = await kept();
  for (const name of await store.list('manifest-')) await store.write(name, new Blob(['half']));
  const desk = await open(store);
  expect(desk.state()).toMatchObject({ kind: 'real', rebuilt: { submissions: 3, unnamed: 0 } });
  expect(await cases(desk)).toEqual(before);
});
