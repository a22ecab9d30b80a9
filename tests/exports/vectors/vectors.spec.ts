import { expect, test } from '@playwright/test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { vectorsSchema } from '../../../harness/exports/vectors/schema.ts';
import { toVectors } from '../../../harness/exports/vectors/vectors.ts';
import { deliversAllowlist } from '../../../harness/plan/delivery.ts';
import { loadCorpus } from '../../../harness/plan/load.ts';
import { decide, type Question } from './second-implementation.ts';

/** What a vector says besides its question. */
interface Told {
  id: string;
  verdict: string;
  blockedAtHop: number | null;
  steps: number[];
}

/** The file as another implementation gets it: text. */
const corpus = await loadCorpus();
const file = JSON.parse(JSON.stringify(toVectors(corpus)));
const vectors: (Question & Told)[] = file.vectors;

/** What the second implementation answers otherwise than the vectors say. */
const differing = (all: typeof vectors) =>
  all
    .map((vector) => ({ vector, answer: decide(vector) }))
    .filter(({ vector, answer }) => answer.verdict !== vector.verdict || answer.hop !== vector.blockedAtHop)
    .map(
      ({ vector, answer }) => `${vector.id}: ${vector.verdict}, and not ${answer.verdict} at ${answer.hop}`,
    );

test('the file is what its JSON Schema says', () => {
  const ajv = new Ajv2020({ strict: true });
  const validate = ajv.compile(vectorsSchema());
  validate(file);
  expect(validate.errors).toBeNull();
  expect(validate({ ...file, version: 0 })).toBe(false);
  expect(validate({ ...file, vectors: [{ ...file.vectors[0], verdict: 'unsure' }] })).toBe(false);
});

test('a second implementation, of the text alone, gives every verdict', () => {
  expect(vectors.length).toBeGreaterThan(5000);
  expect(differing(vectors)).toEqual([]);
});

test('it would say so where a vector is wrong', () => {
  const [first] = vectors;
  const wrong = { ...(first as (typeof vectors)[number]), verdict: 'unsure' };
  expect(differing([wrong])).toHaveLength(1);
});

test('no question is there twice, and every case of the corpus is among them', () => {
  const asked = vectors.map(({ page, connection }) => JSON.stringify([page, connection]));
  expect(new Set(asked).size).toBe(asked.length);
  const ids = new Set(corpus.scenarios.flatMap(({ cases }) => cases.map(({ id }) => id)));
  expect(vectors.filter(({ id }) => !ids.has(id))).toEqual([]);
  const shown = new Set(vectors.map(({ id }) => id.split('/')[0]));
  expect(shown.size).toBeGreaterThan(150);
});

test('what another text decides is left out, and the file says how much', () => {
  const cases = corpus.scenarios.flatMap((scenario) => scenario.cases);
  const listed = cases.filter(({ document }) => deliversAllowlist(document));
  expect(listed.length).toBeGreaterThan(100);
  expect(file.leftOut).toBe(listed.length);
  const ids = new Set(listed.map(({ id }) => id));
  expect(vectors.filter(({ id }) => ids.has(id))).toEqual([]);
});

test('no vector carries a mark of the harness', () => {
  expect(JSON.stringify(file)).not.toMatch(/[?&](case|run|hop)=/);
});

test('every step is used, has a place to look it up, and leads to an answer', () => {
  const used = new Set(vectors.flatMap(({ steps }) => steps));
  expect(used.size).toBe(file.steps.length);
  expect(file.steps.filter(({ link }: { link: string | null }) => !link?.startsWith('https://'))).toEqual([]);
  expect(vectors.filter(({ steps }) => steps.length === 0)).toEqual([]);
});
