import { expect, test } from '@playwright/test';
import { expand } from '../../harness/plan/expand.ts';
import { questionOf } from '../../harness/plan/question.ts';
import type { DocumentSource } from '../../harness/plan/scenario.ts';
import { type Explanation, explain } from '../../harness/spec/explain.ts';

/** What the oracle says of the first connection of a document. */
function answer(document: DocumentSource): Explanation {
  const [one] = expand({ id: 'unit', title: 'Unit', documents: [document] }, 'unit', 'unit.ts').cases;
  if (one === undefined) throw new Error('no case');
  return explain(questionOf(one));
}

for (const [by, url] of [
  ['fetchLater', 'https://api.test/'],
  ['credentials.get identity', 'https://api.test/'],
  ['WebSocket', 'wss://api.test/'],
  ['WebTransport', 'https://api.test/'],
] as const)
  test(`${by} passes by a service worker`, () => {
    const { contacted } = answer({ context: 'synthesised-frame', by, allows: [url] });
    expect(contacted).toEqual([expect.stringMatching(/^https:\/\/api\.test\//)]);
  });

test('what fetches from a service worker contacts nobody itself', () => {
  const by = 'fetch';
  expect(answer({ context: 'synthesised-frame', by, allows: ['https://api.test/'] }).contacted).toEqual([]);
});

test('the violations of a config file may stay out, those of fetch() may not', () => {
  const optional = (by: string) =>
    answer({ policy: "connect-src 'none'", by, blocks: ['https://api.test/'] }).violations.map(
      (violation) => violation.optional,
    );
  expect([optional('credentials.get identity'), optional('fetch')]).toEqual([[true], [false]]);
});

test('a manifest that the browser fetches on its own account leaves', () => {
  expect(answer({ by: 'PaymentRequest', allows: ['https://api.test/'] }).contacted).toHaveLength(1);
});
