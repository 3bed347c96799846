import { expect, test } from 'vitest';
import { ProfileError } from '../domain/readProfile';
import { startAdvice } from './startAdvice';
import { StartError } from './startError';

test('a wrong type of .wasm names the type that the server must send', () => {
  const advice = startAdvice(new TypeError("Incorrect response MIME type. Expected 'application/wasm'."));
  expect(advice.steps.join()).toContain('application/wasm');
});

test('a faulty profile shows every fault with its path', () => {
  const faults = [
    'scheme.json → groups.prefectures：各项分值合计 99，与满分 100 不符',
    'regions.json → counties.3.code：代码 1 重复',
  ];
  expect(startAdvice(new ProfileError(faults)).reason.split('\n')).toEqual(faults);
});

test('a missing profile file is named', () => {
  expect(startAdvice(new StartError('profile_unreachable', 'profiles/x/zones.json（HTTP 404）')).reason).toContain(
    'zones.json',
  );
});

test('whatever was thrown, there is a reason and something to do', () => {
  expect(startAdvice('boom')).toMatchObject({ reason: 'boom' });
  expect(startAdvice(undefined).steps.length).toBeGreaterThan(0);
});
