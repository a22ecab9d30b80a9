import { expect, test } from '@playwright/test';
import { readDeviations } from '../../harness/expectations/known-deviations.ts';
import { readReproductions } from '../../harness/expectations/reproductions-file.ts';
import { type Explored, planExplored } from '../../harness/explore/document.ts';

test('every reproduction is of a cause that is recorded of its browser, and there once', () => {
  const reproductions = readReproductions();
  expect(reproductions.length).toBeGreaterThan(0);
  const recorded = new Map<string, Set<string>>();
  for (const { browser } of reproductions)
    if (!recorded.has(browser)) recorded.set(browser, new Set(readDeviations(browser).map(({ id }) => id)));
  expect(reproductions.filter(({ browser, cause }) => !recorded.get(browser)?.has(cause))).toEqual([]);
  expect(new Set(reproductions.map(({ browser, cause }) => `${browser} ${cause}`)).size).toBe(
    reproductions.length,
  );
});

test('every reproduction can be played, and has one connection', () => {
  for (const { document } of readReproductions())
    expect(planExplored([document as Explored]).cases, JSON.stringify(document)).toHaveLength(1);
});
