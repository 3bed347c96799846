import { expect, test } from 'vitest';
import { ScreenLink } from '../navigation';
import { renderAt } from './renderAt';

function Broken(): never {
  throw new RangeError('no figure');
}

test('texts stand beside each other as they are read, and links lead where those of the page do', async () => {
  const html = await renderAt(
    '/year?period=2017H1',
    <p>
      共 {3} 件<ScreenLink screen="submissions">报送</ScreenLink>
    </p>,
  );
  expect(html).toBe('<p>共 3 件<a href="#/submissions?period=2017H1">报送</a></p>');
});

test('what a part throws is thrown, however deep it stands, and never an empty text', async () => {
  await expect(
    renderAt(
      '/year',
      <section>
        <Broken />
      </section>,
    ),
  ).rejects.toThrow('no figure');
});
