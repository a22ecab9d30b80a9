import { expect, test } from '@playwright/test';
import { bestPairs } from '../../../harness/judge/facets/best-pairs.ts';

/** What differs between two words: their letters, one by one; null where not even the first is the same. */
const letters = ({ word }: { word: string }, expected: string): string[] | null =>
  word[0] === expected[0] ? [...expected].filter((letter, index) => word[index] !== letter) : null;

const words = (...all: string[]) => all.map((word) => ({ word }));

test('what fits best goes together, whatever came first', () => {
  const { pairs, left } = bestPairs(['abc', 'abd'], words('abd', 'abc', 'xyz'), letters);
  expect(pairs.map((pair) => pair?.found.word)).toEqual(['abc', 'abd']);
  expect(left).toEqual(words('xyz'));
});

test('an exact fit of one is not taken by another that has none', () => {
  const { pairs } = bestPairs(['abc', 'abd'], words('abd'), letters);
  expect(pairs).toEqual([null, { found: { word: 'abd' }, wrong: [] }]);
});

test('what fits nothing is left, and what has nothing gets null', () => {
  expect(bestPairs(['abc'], words('xyz'), letters)).toEqual({ pairs: [null], left: words('xyz') });
});
