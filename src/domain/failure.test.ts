import { expect, test } from 'vitest';
import { detailsOf, errorOf, messageOf } from './failure';

test('whatever was thrown has a sentence', () => {
  expect(messageOf(new RangeError('zu weit'))).toBe('zu weit');
  expect(messageOf('boom')).toBe('boom');
  expect(errorOf(7).message).toBe('7');
  const error = new Error('x');
  expect(errorOf(error)).toBe(error);
});

test('details are those of errors that have them', () => {
  expect(detailsOf(Object.assign(new Error('x'), { details: 'SELECT 1' }))).toBe('SELECT 1');
  expect(detailsOf(new Error('x'))).toBeNull();
  expect(detailsOf({ details: 'no error' })).toBeNull();
});
