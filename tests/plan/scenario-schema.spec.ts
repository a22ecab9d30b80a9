import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readCorpus } from '../../harness/plan/read-scenarios.ts';
import { scenarioSchema } from '../../harness/plan/scenario-schema.ts';

const validate = new Ajv2020({ strict: false }).compile(scenarioSchema());
const file = (target: unknown, more: object = {}) => ({
  scenarios: [{ id: 'mine', title: 'Mine', documents: [{ by: 'fetch', allows: [target], ...more }] }],
});

test('the published schema is the one the harness makes; else: connect-src schema scenarios > scenarios/scenario.schema.json', () => {
  const published = path.resolve(import.meta.dirname, '../../scenarios/scenario.schema.json');
  expect(JSON.parse(readFileSync(published, 'utf8'))).toEqual(scenarioSchema());
});

test('every file of the corpus is as the schema says', async () => {
  for (const { file, scenarios } of await readCorpus())
    expect([file, validate({ $schema: './scenario.schema.json', scenarios })]).toEqual([file, true]);
});

test('it knows mechanisms, contexts, options and their values', () => {
  const url = 'https://api.test/';
  expect(validate(file({ url, options: { credentials: 'include' } }, { context: 'worker' }))).toBe(true);
  for (const wrong of [
    file({ url, options: { credentails: 'include' } }),
    file({ url, options: { credentials: 'always' } }),
    file(url, { by: ['fecth'] }),
    file(url, { context: 'planet' }),
  ])
    expect(validate(wrong)).toBe(false);
});
