import { expect, test } from '@playwright/test';
import { UserError } from '../../harness/errors.ts';
import { deliversAllowlist } from '../../harness/plan/delivery.ts';
import { expand } from '../../harness/plan/expand.ts';
import { loadCorpus } from '../../harness/plan/load.ts';
import type { DocumentSource } from '../../harness/plan/scenario.ts';
import { checkWayIn, type WayIn, wayInto } from '../../harness/plan/way-in.ts';

type Delivered = Pick<DocumentSource, 'context' | 'policy' | 'meta' | 'creator' | 'reportOnly'>;

const planned = (delivered: Delivered) =>
  expand(
    {
      id: 'unit',
      title: 'Unit',
      documents: [{ ...delivered, by: 'fetch', blocks: ['https://third.test/'] }],
    },
    'unit',
    'unit.ts',
  );

function wayOf(delivered: Delivered): WayIn {
  const [document] = planned(delivered).documents;
  if (document === undefined) throw new Error('no document');
  return wayInto(document, {});
}

const cases: Array<[WayIn['how'], Delivered]> = [
  ['script', { policy: "connect-src 'none'" }],
  ['script', { policy: "default-src 'self'; object-src 'none'; frame-src 'none'" }],
  ['script', { policy: "script-src 'nonce-abc' 'self'" }],
  ['script', { policy: 'sandbox allow-scripts' }],
  ['script', { meta: 'sandbox' }],
  ['script', { reportOnly: "default-src 'none'" }],
  ['script', { context: 'worker', policy: "default-src 'none'" }],
  ['script', { context: 'document', policy: "frame-ancestors 'none'" }],
  ['injected', { policy: "default-src 'none'; connect-src *" }],
  ['injected', { policy: "script-src 'nonce-abc' 'strict-dynamic' https: 'unsafe-inline'" }],
  ['injected', { policy: "script-src 'self'; script-src-elem 'none'" }],
  ['injected', { policy: ["connect-src 'self'", "default-src https:, script-src 'sha256-abc'"] }],
  ['injected', { meta: "script-src 'none'" }],
  ['injected', { policy: "frame-ancestors 'none'" }],
  ['injected', { context: 'worker', creator: { policy: "script-src 'none'; worker-src 'self'" } }],
  ['impossible', { policy: 'sandbox allow-same-origin' }],
  ['impossible', { context: 'worker', creator: { policy: "worker-src 'none'" } }],
  ['impossible', { context: 'blob-worker', policy: "default-src 'self'" }],
  ['impossible', { context: 'srcdoc', policy: "script-src 'none'" }],
  [
    'impossible',
    { context: 'nested-worker', creator: { policy: "script-src 'none'; worker-src 'self' blob:" } },
  ],
];

for (const [how, delivered] of cases)
  test(`${JSON.stringify(delivered)}: ${how}`, () => {
    const way = wayOf(delivered);
    expect(way.how).toBe(how);
    expect(way.because !== '').toBe(how !== 'script');
  });

test('what is impossible is said with its reason, before a browser starts', () => {
  const one = planned({ context: 'worker', creator: { policy: "worker-src 'none'" } });
  expect(() => checkWayIn(one)).toThrow(UserError);
  expect(() => checkWayIn(one)).toThrow(/not possible under this policy: `worker-src 'none'` stops https:/);
});

test('every document of the corpus is entered by script, but for those that have no trust in it, unless the environment asks for the other way', async () => {
  const { scenarios } = await loadCorpus();
  const documents = scenarios.flatMap((one) => one.documents);
  const others = documents.filter((one) => !deliversAllowlist(one));
  const trusted = others.filter(({ policy }) => !policy.some((text) => text.includes("'strict-dynamic'")));
  expect(trusted.length).toBeLessThan(others.length);
  expect(trusted.filter((one) => wayInto(one, {}).how !== 'script').map(({ id }) => id)).toEqual([]);
  const forced = { CONNECT_SRC_WAY_IN: 'injected' };
  expect(documents.every((one) => wayInto(one, forced).how === 'injected')).toBe(true);
});
