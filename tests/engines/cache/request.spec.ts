import { expect, test } from '@playwright/test';
import { answers, compareVersions, nameOf, parseRequests } from '../../../harness/engines/cache/request.ts';
import { newestOf } from '../../../harness/engines/cache/sources/npm-chromium.ts';

test('a version is asked for by product and number', () => {
  const [one] = parseRequests('webkitgtk@2.54');
  expect(one).toEqual({ product: 'webkitgtk', engine: 'webkit', version: '2.54' });
  expect(one && nameOf(one)).toBe('webkitgtk-2.54');
});

test('a range is each whole number between', () => {
  expect(parseRequests('chromium@92..94').map(nameOf)).toEqual(['chromium-92', 'chromium-93', 'chromium-94']);
});

for (const [text, message] of [
  ['chromium', 'names no version'],
  ['chromium@', 'names no version'],
  ['chromium@new', 'names no version'],
  ['netscape@4', 'there is no product netscape'],
  ['constructor@4', 'there is no product constructor'],
  ['chromium@94..92', 'no range'],
  ['chromium@92.1..94', 'no range'],
] as const)
  test(`${text} is a mistake that is explained`, () => {
    expect(() => parseRequests(text)).toThrow(expect.objectContaining({ name: 'UserError' }));
    expect(() => parseRequests(text)).toThrow(message);
  });

test('a version answers to what it begins with, number by number', () => {
  expect(answers('119.0.6045.0', '119')).toBe(true);
  expect(answers('2.54.1', '2.54')).toBe(true);
  expect(answers('119.0', '11')).toBe(false);
  expect(answers('2.5', '2.54')).toBe(false);
});

test('versions are in the order of their numbers', () => {
  expect(['119.0', '92.0.10', '92.0.9'].sort(compareVersions)).toEqual(['92.0.9', '92.0.10', '119.0']);
});

test('of releases, the newest that answers is taken, and one before its release only for want of another', () => {
  const releases = ['119.0.0', '119.0.1-next.2', '119.0.2', '120.0.0', '135.0.0-next.2', '135.0.0-next.10'];
  const asked = (version: string) => newestOf(releases, { product: 'chromium', engine: 'chromium', version });
  expect(asked('119')).toBe('119.0.2');
  expect(asked('135')).toBe('135.0.0-next.10');
  expect(asked('12')).toBeNull();
});
