import { expect, test } from '@playwright/test';
import { simplestCase } from '../../harness/report/simplest-case.ts';
import type { DocumentRecord } from '../../harness/results/schema.ts';

const document = (changes: Partial<DocumentRecord> = {}): DocumentRecord => ({
  ...{ id: 'd', page: 'https://page.test/', context: 'frame' },
  ...{ policy: ['connect-src a.test'], reportOnly: [], meta: [] },
  ...changes,
});
const base = { id: 'x', mechanism: 'XMLHttpRequest', url: 'https://api.test/ab', redirects: [], options: {} };
type One = typeof base & { in: DocumentRecord };
const plain: One = { ...base, in: document() };
const redirect = { status: 302, to: 'https://third.test/' };

/** Each is simpler than `plain` in one thing only, or less simple. */
const pairs: Record<string, [simpler: object, other: object]> = {
  'a frame before a worker': [plain, { ...plain, id: 'a', in: document({ context: 'worker' }) }],
  'a worker of its own before one that inherits': [
    { ...plain, in: document({ context: 'worker' }) },
    { ...plain, id: 'a', in: document({ context: 'blob-worker' }) },
  ],
  'no options': [plain, { ...plain, id: 'a', options: { mode: 'cors' } }],
  'no redirects': [plain, { ...plain, id: 'a', redirects: [redirect] }],
  'a server': [plain, { ...plain, id: 'a', url: 'data:,' }],
  'fewer policies': [
    { ...plain, in: document({ policy: ['connect-src a.test b.test; img-src c.test'] }) },
    { ...plain, id: 'a', in: document({ policy: ['a', 'b'] }) },
  ],
  'fewer directives': [
    { ...plain, in: document({ policy: ['connect-src aaaaaaaaa.test bbbbbb.test'] }) },
    { ...plain, id: 'a', in: document({ policy: ['a;b'] }) },
  ],
  'fewer sources': [
    { ...plain, in: document({ policy: ['connect-src aaaaaaaaaaaaaaaaaaaaaaaa'] }) },
    { ...plain, id: 'a', in: document({ policy: ['c a b'] }) },
  ],
  'the better known mechanism': [
    { ...plain, mechanism: 'fetch' },
    { ...plain, id: 'a' },
  ],
  'fewer characters': [
    { ...plain, url: 'https://api.test/' },
    { ...plain, id: 'a' },
  ],
};

for (const [name, [simpler, other]] of Object.entries(pairs))
  test(`simplest is what has ${name}`, () => {
    for (const order of [
      [simpler, other],
      [other, simpler],
    ] as One[][])
      expect(simplestCase(order, (one) => one.in)).toBe(simpler);
  });

test('between equals the id decides, and of none there is none', () => {
  const first = { ...plain, id: 'a' };
  expect(simplestCase([plain, first], (one) => one.in)).toBe(first);
  expect(simplestCase([] as One[], (one) => one.in)).toBeUndefined();
});
