import { afterEach, expect, test, vi } from 'vitest';
import { keepOpen } from './keepOpen';

afterEach(() => vi.unstubAllGlobals());

test('asks before the page is left as long as any work is under way, and not afterwards', () => {
  const page = new EventTarget();
  vi.stubGlobal('window', page);
  const asks = () => {
    const leaving = new Event('beforeunload', { cancelable: true });
    Object.defineProperty(leaving, 'returnValue', { writable: true, value: '' });
    return !page.dispatchEvent(leaving);
  };
  expect(asks()).toBe(false);
  const first = keepOpen();
  const second = keepOpen();
  expect(asks()).toBe(true);
  first();
  first();
  expect(asks()).toBe(true);
  second();
  expect(asks()).toBe(false);
});
