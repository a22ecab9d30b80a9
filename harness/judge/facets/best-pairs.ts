/**
 * Pairs what was expected with what was found, so that what fits best goes together whatever came first.
 *
 * @param differences what is wrong where this is taken for that; null where it cannot be taken for it at all
 * @returns for each expected one, in their order, what was found and what is wrong with it, or null; and what is left
 */
export function bestPairs<Expected, Found extends object>(
  expected: readonly Expected[],
  found: readonly Found[],
  differences: (found: Found, expected: Expected) => readonly string[] | null,
): { pairs: Array<{ found: Found; wrong: readonly string[] } | null>; left: Found[] } {
  const candidates = expected.flatMap((one, of) =>
    found.flatMap((each, taken) => {
      const wrong = differences(each, one);
      return wrong === null ? [] : [{ of, taken, wrong }];
    }),
  );
  const pairs: Array<{ found: Found; wrong: readonly string[] } | null> = expected.map(() => null);
  const left: Array<Found | null> = [...found];
  for (const { of, taken, wrong } of candidates.sort((a, b) => a.wrong.length - b.wrong.length)) {
    const each = left[taken] ?? null;
    if (pairs[of] !== null || each === null) continue;
    pairs[of] = { found: each, wrong };
    left[taken] = null;
  }
  return { pairs, left: left.filter((each) => each !== null) };
}
