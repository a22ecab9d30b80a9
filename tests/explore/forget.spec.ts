import { expect, test } from '@playwright/test';
import { UserError } from '../../harness/errors.ts';
import { readRecorded } from '../../harness/expectations/recorded.ts';
import { readReproductions } from '../../harness/expectations/reproductions-file.ts';
import { forget } from '../../harness/explore/forget.ts';
import type { Explorable } from '../../harness/explore/look.ts';

const chromium = {
  name: 'chromium',
  recorded: readRecorded({ name: 'chromium', engine: 'chromium' }, true),
} as Explorable;

test('a forgotten cause is neither recorded nor known by its smallest document', () => {
  const known = readReproductions();
  const { browsers, reproductions, forgotten } = forget(['path-with-two-slashes'], [chromium], known);
  const ids = browsers.flatMap(({ recorded }) => recorded.known.map(({ id }) => id));
  expect(ids).not.toContain('path-with-two-slashes');
  expect(ids).toHaveLength(chromium.recorded.known.length - 1);
  expect(reproductions.some(({ cause }) => cause === 'path-with-two-slashes')).toBe(false);
  expect(forgotten.map(({ browser }) => browser)).toEqual(['chromium']);
  expect(chromium.recorded.known.some(({ id }) => id === 'path-with-two-slashes')).toBe(true);
});

test('a cause that is not known by a smallest document here cannot be forgotten', () => {
  expect(() => forget(['no-such-cause'], [chromium], readReproductions())).toThrow(UserError);
  expect(() => forget(['no-such-cause'], [chromium], readReproductions())).toThrow('no-such-cause');
});
