import { expect, test } from '@playwright/test';
import { readDeviations } from '../../harness/expectations/known-deviations.ts';
import { readRediscoveries, readReproductions } from '../../harness/expectations/reproductions-file.ts';
import { type Explored, planExplored } from '../../harness/explore/document.ts';

for (const [what, all] of [
  ['reproduction', readReproductions()],
  ['rediscovery', readRediscoveries()],
] as const) {
  test(`every ${what} is of a cause that is recorded of its browser`, () => {
    expect(all.length).toBeGreaterThan(0);
    const recorded = new Map<string, Set<string>>();
    for (const { browser } of all)
      if (!recorded.has(browser)) recorded.set(browser, new Set(readDeviations(browser).map(({ id }) => id)));
    expect(all.filter(({ browser, cause }) => !recorded.get(browser)?.has(cause))).toEqual([]);
  });

  test(`every ${what} can be played, and has one connection`, () => {
    for (const { document } of all)
      expect(planExplored([document as Explored]).cases, JSON.stringify(document)).toHaveLength(1);
  });
}

test('a cause has one reproduction in a browser', () => {
  const reproductions = readReproductions();
  expect(new Set(reproductions.map(({ browser, cause }) => `${browser} ${cause}`)).size).toBe(
    reproductions.length,
  );
});
