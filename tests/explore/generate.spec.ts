import { expect, test } from '@playwright/test';
import { planExplored, playable } from '../../harness/explore/document.ts';
import { documentsFrom } from '../../harness/explore/generate/document.ts';
import {
  costlyContexts,
  exploredContexts,
  exploredMechanisms,
} from '../../harness/explore/generate/features.ts';
import { near } from '../../harness/explore/generate/near.ts';

test('a seed generates the same documents to the byte, and another seed others', () => {
  expect(JSON.stringify(documentsFrom(7, 20))).toBe(JSON.stringify(documentsFrom(7, 20)));
  expect(JSON.stringify(documentsFrom(7, 20))).not.toBe(JSON.stringify(documentsFrom(8, 20)));
});

test('every generated document can be played, and the oracle is of two minds about them', () => {
  const documents = documentsFrom(1, 100);
  expect(documents.filter((document) => !playable(document))).toEqual([]);
  const { cases } = planExplored(documents);
  const allowed = cases.filter(({ expected }) => expected === 'allowed').length;
  expect(allowed).toBeGreaterThan(cases.length / 20);
  expect(allowed).toBeLessThan(cases.length / 2);
});

test('every way of delivery, plain context and governed mechanism comes up', () => {
  const documents = documentsFrom(1, 300);
  const ways = ['policy', 'meta', 'reportOnly', 'creator'] as const;
  expect(ways.filter((way) => !documents.some((document) => way in document))).toEqual([]);
  const contexts = new Set(documents.map(({ context }) => context));
  expect(exploredContexts.length).toBeGreaterThan(20);
  expect(exploredContexts.filter((name) => !contexts.has(name)).length).toBeLessThan(5);
  const mechanisms = new Set(documents.flatMap(({ by }) => by));
  expect(exploredMechanisms).toContain('sendBeacon');
  expect(exploredMechanisms).not.toContain('img');
  expect(exploredMechanisms.filter((name) => !mechanisms.has(name)).length).toBeLessThan(5);
  expect(costlyContexts).toContain('forwarded-frame');
  expect([...exploredContexts, ...costlyContexts]).not.toContain('removed-frame');
  expect(costlyContexts.some((name) => contexts.has(name))).toBe(true);
  const targets = documents.flatMap(({ targets }) => targets);
  const told = ['redirects', 'cors', 'status', 'options'] as const;
  expect(told.filter((key) => !targets.some((target) => key in target))).toEqual([]);
  const chains = documents.flatMap(({ targets }) => targets.map(({ redirects = [] }) => redirects.length));
  expect(Math.max(...chains)).toBe(2);
});

test('documents that differ in their targets alone are planned side by side', () => {
  const document = { policy: ['connect-src *'], by: 'fetch' };
  const planned = planExplored(
    ['https://api.test/', 'https://third.test/'].map((url) => ({ ...document, targets: [{ url }] })),
  );
  expect(planned.documents).toHaveLength(2);
  expect(new Set(planned.documents.map(({ id }) => id)).size).toBe(2);
});

test('targets stand near what the sources name, where a server of ours answers for them', () => {
  expect(near(['connect-src https://*.api.test:8443/v1 elsewhere.invalid'], 'https://page.test/')).toEqual([
    'https://sub.api.test:8443/v1',
    'https://sub.api.test/v1',
    'https://sub.api.test:8443/v1/below',
  ]);
  expect(near(["connect-src 'SELF'"], 'https://page.test:8443/')).toEqual([
    'https://page.test:8443/',
    'wss://page.test:8443/',
  ]);
});
