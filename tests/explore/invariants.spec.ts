import { expect, test } from '@playwright/test';
import type { Explored } from '../../harness/explore/document.ts';
import { type Invariant, variantsOf } from '../../harness/explore/invariant.ts';
import { invariants } from '../../harness/explore/invariants/index.ts';
import type { Explorable, Seen } from '../../harness/explore/look.ts';
import { againstInvariant } from '../../harness/explore/probe.ts';
import { anchors } from '../../harness/spec/anchors.ts';
import { seen } from './seen.ts';

const url = 'https://api.test/v1';
const document: Explored = {
  policy: ['connect-src https://API.test/v1 https://third.test'],
  by: 'fetch',
  targets: [{ url }],
};
const redirected = { url: 'https://api.test/v1', redirects: ['https://third.test/x'] };

/** For each invariant a document it speaks about, and what a browser that breaks it would show. */
const broken: Record<string, { about?: Explored; base: Seen[]; variants: Seen[][] }> = {
  'one-more-policy-never-opens': {
    base: [seen(url, 'blocked')],
    variants: [[seen(url)], [seen(url, 'blocked')]],
  },
  'header-and-meta-agree': { base: [seen(url)], variants: [[seen(url, 'blocked')]] },
  'order-of-sources': { base: [seen(url)], variants: [[seen(url, 'blocked')]] },
  'case-of-scheme-and-host': { base: [seen(url)], variants: [[seen(url, 'blocked')]] },
  'default-src-stands-in': {
    about: { ...document, policy: ['connect-src https://api.test'] },
    base: [seen(url)],
    variants: [[seen(url, 'leaked'), seen(url, 'blocked')].slice(1)],
  },
  'report-only-enforces-nothing': { base: [seen(url)], variants: [[seen(url, 'blocked')], [seen(url)]] },
  'two-policies-are-their-intersection': {
    about: { ...document, policy: ['connect-src https:', 'connect-src api.test'] },
    base: [seen(url)],
    variants: [[seen(url)], [seen(url, 'blocked')]],
  },
  'mechanisms-of-one-kind-agree': {
    base: [seen(url)],
    variants: [[seen(url), seen(url, 'blocked', { mechanism: 'XMLHttpRequest' })]],
  },
  'an-inheriting-context-agrees': { base: [seen(url)], variants: [[seen(url, 'blocked')]] },
  'a-redirect-reaches-no-more': {
    about: { ...document, targets: [redirected] },
    base: [seen(url, 'allowed', { target: redirected })],
    variants: [[seen('https://third.test/x', 'blocked')]],
  },
  'a-block-is-a-network-error': {
    base: [seen(url, 'blocked', { told: 'rejects SecurityError' })],
    variants: [[seen('https://third.test/', 'allowed', { told: 'rejects TypeError' })], [seen(url)]],
  },
  'one-event-for-each-policy-that-blocks': {
    about: { ...document, policy: ["connect-src 'self'", 'connect-src third.test'] },
    base: [seen(url, 'blocked', { enforced: 1 })],
    variants: [[seen(url)], [seen(url, 'blocked')], [seen(url, 'blocked')]],
  },
};

/** What the same browser would show if it kept an invariant, where that is not told by the verdict alone. */
const kept: Record<string, { base: Seen[]; variants: Seen[][] }> = {
  'a-block-is-a-network-error': {
    base: [seen(url, 'blocked')],
    variants: [[seen('https://third.test/', 'allowed', { told: 'rejects TypeError' })], [seen(url)]],
  },
  'one-event-for-each-policy-that-blocks': {
    base: [seen(url, 'blocked', { enforced: 2 })],
    variants: [[seen(url)], [seen(url, 'blocked')], [seen(url, 'blocked')]],
  },
};

for (const invariant of invariants) {
  const { about = document, base, variants } = broken[invariant.id] ?? { base: [], variants: [] };

  test(`${invariant.id}: has something to compare, holds where all is alike, and can be broken`, () => {
    const documents = invariant.variants(about);
    expect(documents).toHaveLength(variants.length);
    expect(documents).not.toContainEqual(about);
    expect(invariant.broken(base, variants)).toEqual(base);
    const holds = kept[invariant.id];
    if (holds !== undefined) {
      expect(invariant.broken(holds.base, holds.variants)).toEqual([]);
      return;
    }
    const alike = variants.map((list, index) =>
      (variants[index] ?? list).map((one) => ({ ...one, verdict: base[0]?.verdict ?? one.verdict })),
    );
    expect(invariant.broken(base, alike)).toEqual([]);
  });

  test(`${invariant.id}: what could not be told breaks nothing`, () => {
    const untold = variants.map((list) => list.map((one) => ({ ...one, verdict: 'inconclusive' as const })));
    expect(invariant.broken(base, untold)).toEqual([]);
  });

  test(`${invariant.id}: follows from a step of a text`, () => {
    expect(invariant.spec).toMatch(/^(CSP|FETCH|HTML)#[\w-]+$/);
    if (invariant.spec.startsWith('CSP')) expect(anchors).toContain(invariant.spec);
  });
}

test('a meta that comes too late, or may not say it, is not compared with a header', () => {
  const headerAndMeta = invariants.find(({ id }) => id === 'header-and-meta-agree') as Invariant;
  const meta = { ...document, policy: undefined, meta: ['connect-src api.test'] } as unknown as Explored;
  expect(headerAndMeta.variants(meta)).toHaveLength(1);
  for (const one of [
    { ...meta, metaPlacement: 'late' as const },
    { ...meta, metaName: 'Content-Security-Policy-Report-Only' },
    { ...meta, by: ['Link header preload', 'WebSocket'] },
    { ...document, policy: ['connect-src api.test; sandbox allow-scripts'] },
  ])
    expect(headerAndMeta.variants(one)).toEqual([]);
});

const blockIsNetworkError = invariants.find(({ id }) => id === 'a-block-is-a-network-error') as Invariant;
const failed = [seen('https://third.test/', 'allowed', { told: 'rejects TypeError' })];

test('a block that sends a preflight, fires its event and lets it out, or has a time in Resource Timing is no network error', () => {
  const preflight = seen(url, 'blocked', { arrived: [{ kind: 'preflight', hop: 0 }] });
  const timed = seen(url, 'blocked', { timing: ['responseStart'] });
  const each = [preflight, timed, seen(url, 'leaked')];
  const free = [seen(url)];
  expect(each.map((one) => blockIsNetworkError.broken([one], [failed, free]))).toEqual(
    each.map((one) => [one]),
  );
  // What nothing but something else keeps is no block of a policy.
  expect(each.map((one) => blockIsNetworkError.broken([one], [failed, [seen(url, 'blocked')]]))).toEqual([
    [],
    [],
    [],
  ]);
  const timedAlike = failed.map((one) => ({ ...one, timing: ['responseStart'] }));
  expect(blockIsNetworkError.broken([timed], [timedAlike, free])).toEqual([]);
});

test('the requests that lead to a blocked redirect may be sent, and the blocked one may not', () => {
  const one = seen(url, 'blocked', { target: redirected, arrived: [{ kind: 'redirect', hop: 0 }] });
  const free = [seen(url, 'allowed', { target: redirected })];
  expect(blockIsNetworkError.broken([one], [failed, free])).toEqual([]);
  const further = { ...one, arrived: [...one.arrived, { kind: 'preflight', hop: 1 }] };
  expect(blockIsNetworkError.broken([further], [failed, free])).toEqual([further]);
});

const oneEvent = invariants.find(({ id }) => id === 'one-event-for-each-policy-that-blocks') as Invariant;

test('one policy that blocks fires one event: none and two are each wrong', () => {
  const free = [seen(url)];
  const events = (enforced: number) => [seen(url, 'blocked', { enforced })];
  expect([0, 1, 2].map((count) => oneEvent.broken(events(count), [free]).length)).toEqual([1, 0, 1]);
});

test('what no policy keeps, and what is redirected, says nothing of events', () => {
  const none = [seen(url, 'blocked', { enforced: 0 })];
  expect(oneEvent.broken(none, [[seen(url, 'blocked', { enforced: 0 })]])).toEqual([]);
  const followed = [seen(url, 'blocked', { enforced: 2, target: redirected })];
  expect(oneEvent.broken(followed, [[seen(url, 'allowed', { target: redirected })]])).toEqual([]);
  const early = { mechanism: 'Link header preload' };
  const unheard = [seen(url, 'blocked', { enforced: 0, ...early })];
  expect(oneEvent.broken(unheard, [[seen(url, 'allowed', early)]])).toEqual([]);
});

test('what a deviation of its own side explains is counted, and is no finding', () => {
  const browser = { name: 'chromium' } as Explorable;
  const about = { ...document, policy: ['connect-src'] };
  const ask = (deviates: Seen['deviates']) => {
    const tally = { asked: 0, broken: 0, unexplained: 0 };
    const base = [seen(url, 'blocked', { enforced: 0, deviates })];
    const found = againstInvariant(browser, oneEvent, about, base, [[seen(url)]], tally);
    return [found.length, tally.broken, tally.unexplained];
  };
  expect(ask(['violation'])).toEqual([0, 1, 0]);
  expect(ask(['outcome'])).toEqual([1, 1, 1]);
});

test("a creator's policies are changed as a document's own are, and stand in no way of a free one", () => {
  const created: Explored = {
    context: 'srcdoc',
    creator: { policy: ['connect-src https://third.test/y'] },
    meta: ['connect-src https://third.test/x'],
    by: 'fetch',
    targets: [redirected],
  };
  const ofInvariant = (id: string) =>
    variantsOf(invariants.find((one) => one.id === id) as Invariant, created);
  expect(ofInvariant('a-redirect-reaches-no-more')).toMatchObject([
    { creator: { policy: ['connect-src https://third.test'] }, meta: ['connect-src https://third.test'] },
  ]);
  const free = ofInvariant('a-block-is-a-network-error');
  expect(free).toHaveLength(2);
  for (const variant of free) expect(variant).not.toHaveProperty('creator');
});

test('where a variant cannot be played, an invariant has nothing to compare a document with', () => {
  const [played] = invariants as readonly [Invariant];
  const keepsTheAgentOut = { ...document, policy: ['default-src https://api.test'] };
  const comparing = (...variants: Explored[]) =>
    variantsOf({ ...played, variants: () => variants }, document);
  expect(comparing(document, document)).toHaveLength(2);
  expect(comparing(document, keepsTheAgentOut)).toEqual([]);
});
