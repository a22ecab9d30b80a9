import { expect, test } from '@playwright/test';
import { parseJsonFile } from '../../harness/results/parse-json-file.ts';

for (const key of ['"__proto__"', '"\\u005f_proto__"'])
  test(`a key ${key} is refused, however deep it stands`, () => {
    expect(() => parseJsonFile(`{"cases": [{${key}: {"a": 1}}]}`, 'x.json')).toThrow(
      /x\.json has a key "__proto__"/,
    );
  });

test('the same word as a value is data', () => {
  expect(parseJsonFile('["__proto__"]', 'x.json')).toEqual(['__proto__']);
});

test('JSON that is nested too deep is refused with words, and what is written is not', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  expect(parseJsonFile(nested(60), 'x.json')).toHaveLength(1);
  for (const depth of [300, 100_000])
    expect(() => parseJsonFile(nested(depth), 'x.json')).toThrow(/x\.json is nested more than 200 deep/);
});
