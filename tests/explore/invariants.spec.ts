import { expect, test } from '@playwright/test';
import type { Explored } from '../../harness/explore/document.ts';
import { invariants } from '../../harness/explore/invariants/index.ts';
import type { Seen } from '../../harness/explore/look.ts';
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
};

for (const invariant of invariants) {
  const { about = document, base, variants } = broken[invariant.id] ?? { base: [], variants: [] };

  test(`${invariant.id}: has something to compare, holds where all is alike, and can be broken`, () => {
    const documents = invariant.variants(about);
    expect(documents).toHaveLength(variants.length);
    expect(documents).not.toContainEqual(about);
    expect(invariant.broken(base, variants)).toEqual(base);
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
