import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { resultsSchema } from '../../harness/results/json-schema.ts';
import { layOutJson } from '../../harness/results/lay-out-json.ts';
import { sortResults } from '../../harness/results/sort-results.ts';
import { writeResults } from '../../harness/results/write-results.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { blockedCase, letThrough, observation, run } from './synthetic-results.ts';

const results = run([
  blockedCase('two', 'fetch', { webkit: observation(), chromium: letThrough() }),
  blockedCase('one', 'WebSocket', { firefox: observation() }),
]);

test('the schema shipped beside the results accepts them, and nothing with a key or a word of its own', async () => {
  const directory = temporaryDirectory();
  const file = await writeResults(results, directory);
  const schema = JSON.parse(await readFile(path.join(directory, 'results.schema.json'), 'utf8'));
  expect(schema).toEqual(JSON.parse(JSON.stringify(resultsSchema())));
  const valid = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
  const written = JSON.parse(await readFile(file, 'utf8'));
  expect(valid(written), JSON.stringify(valid.errors)).toBe(true);
  expect(valid({ ...written, score: 100 })).toBe(false);
  expect(valid({ ...written, schemaVersion: 2 })).toBe(false);
  expect(await readdir(directory)).toEqual(['results.json', 'results.schema.json']);
});

test('the same results in another order are the same text', () => {
  const shuffled = {
    ...results,
    browsers: [...results.browsers].reverse(),
    scenarios: [...results.scenarios].reverse(),
    cases: [...results.cases].reverse().map((record) => ({
      ...record,
      observed: Object.fromEntries(Object.entries(record.observed).reverse()),
    })),
  };
  expect(layOutJson(shuffled)).not.toBe(layOutJson(results));
  expect(layOutJson(sortResults(shuffled))).toBe(layOutJson(sortResults(results)));
});

test('another verdict in one browser changes that line and no other', () => {
  const lines = layOutJson(sortResults(results)).split('\n');
  const other = layOutJson(sortResults(results))
    .replace('"verdict": "allowed"', '"verdict": "leaked"')
    .split('\n');
  expect(other).toHaveLength(lines.length);
  expect(lines.filter((line, index) => line !== other[index])).toEqual(['     "verdict": "allowed",']);
});

test('laid-out text is the same data, whatever it holds', () => {
  const odd = {
    a: [],
    b: {},
    c: [[1, 2], { d: null }],
    e: '"quotes"\n',
    f: [{ g: [{ h: [{ i: [{ j: 1 }] }] }] }],
    k: undefined,
  };
  expect(JSON.parse(layOutJson(odd))).toEqual(JSON.parse(JSON.stringify(odd)));
  expect(JSON.parse(layOutJson(null))).toBeNull();
});
