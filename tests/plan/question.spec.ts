import { expect, test } from '@playwright/test';
import { expand } from '../../harness/plan/expand.ts';
import { questionOf } from '../../harness/plan/question.ts';
import { reachable } from '../../harness/plan/reachable.ts';
import type { DocumentSource } from '../../harness/plan/scenario.ts';
import { planOpenControls } from '../../harness/rig/controls.ts';
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

for (const [by, metaPlacement, verdict] of [
  ['fetch', 'head', 'blocked'],
  ['fetch', 'late', 'allowed'],
  ['fetch', 'script', 'blocked'],
  ['fetch', 'nested', 'allowed'],
  ['fetch', 'second-head', 'blocked'],
  ['fetch', 'shadow', 'allowed'],
  ['fetch', 'moved', 'allowed'],
  ['fetch', 'filled', 'allowed'],
  ['fetch', 'named', 'allowed'],
  ['fetch of a preload', 'late', 'blocked'],
  ['Link header preload', 'head', 'allowed'],
] as const)
  test(`${by} and a meta that comes ${metaPlacement}: ${verdict}`, () => {
    const meta = "connect-src 'none'";
    expect(answer({ meta, metaPlacement, by, allows: ['https://api.test/'] })).toMatchObject({ verdict });
  });

test('a meta that is inserted twice gives two policies', () => {
  const blocks = ['https://api.test/'];
  const count = (metaPlacement: 'removed' | 'reinserted') =>
    answer({ meta: "connect-src 'none'", metaPlacement, by: 'fetch', blocks }).violations.length;
  expect([count('removed'), count('reinserted')]).toEqual([1, 2]);
});

test('nobody hears of a violation in a document that is gone', () => {
  const document = { context: 'removed-frame', policy: "connect-src 'none'", by: 'sendBeacon' };
  const { violations } = answer({ ...document, blocks: ['https://api.test/'] });
  expect(violations.map(({ optional }) => optional)).toEqual([true]);
});

test('a static route leads past the service worker', () => {
  const document = { context: 'routed-frame', by: 'fetch', allows: ['https://api.test/'] };
  expect(answer(document).contacted).toHaveLength(1);
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

test('an API that refuses a URL asks no policy, and its control is not aimed at that URL', () => {
  const documents = [{ policy: 'connect-src *', by: 'fetch', refuses: ['https://user:secret@api.test/'] }];
  const planned = expand({ id: 'unit', title: 'Unit', documents }, 'unit', 'unit.ts');
  const [one] = planned.cases;
  if (one === undefined) throw new Error('no case');
  expect(explain(questionOf(one))).toMatchObject({
    verdict: 'blocked',
    by: 'url',
    violations: [],
    contacted: [],
    steps: [{ anchor: 'FETCH#dom-request', outcome: 'TypeError' }],
  });
  expect(one.expected).toBe('blocked');
  expect(reachable(one)).toBe(false);
  expect(planOpenControls(planned.cases, reachable).instances[0]?.connections[0]?.target.url).toBe(
    'https://page.test/',
  );
});

test('the same URL by an API that takes it goes out', () => {
  const by = 'XMLHttpRequest';
  expect(answer({ by, allows: ['https://user:secret@api.test/'] })).toMatchObject({ verdict: 'allowed' });
});

test('a service worker forwards a redirect as far as the page’s redirect mode goes', () => {
  const through = (redirect: string) => {
    const target = {
      url: 'https://api.test/from',
      redirects: ['https://third.test/to'],
      options: { redirect },
    };
    const { verdict, alsoBlockedBy } = answer({
      context: 'forwarded-frame',
      policy: 'connect-src https://api.test',
      by: 'fetch',
      allows: [target],
    });
    return [verdict, alsoBlockedBy];
  };
  expect(['follow', 'manual', 'error'].map(through)).toEqual([
    ['blocked', []],
    ['allowed', []],
    ['allowed', ['service-worker-answer']],
  ]);
});

for (const [context, by, expected] of [
  ['redirected-frame', 'fetch', ['blocked', 1, []]],
  ['opaque-frame', 'fetch no-cors', ['blocked', 0, []]],
  ['opaque-frame', 'fetch', ['allowed', null, ['service-worker-answer']]],
  ['substituted-frame', 'fetch', ['blocked', 0, []]],
] as const)
  test(`a ${context} has ${by} answered by way of third.test`, () => {
    const { verdict, blockedAtHop, alsoBlockedBy } = answer({
      context,
      policy: 'connect-src https://api.test',
      by,
      blocks: ['https://api.test/'],
    });
    expect([verdict, blockedAtHop, alsoBlockedBy]).toEqual(expected);
  });

test('WebRTC is asked for by its own directive', () => {
  const by = 'RTCPeerConnection';
  const verdict = (policy: string) => answer({ policy, by, blocks: ['stun:127.0.0.1:3478'] }).verdict;
  expect([verdict("webrtc 'block'"), verdict("connect-src 'none'")]).toEqual(['blocked', 'allowed']);
});
