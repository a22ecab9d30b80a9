import { ask, type Case } from './table.ts';

/** Verdict, redirect count at the block, and what left. */
export const course = (
  name: string,
  question: Parameters<typeof ask>[0],
  expected: [string, number | null, string[]],
): Case => ({
  name,
  actual: () => {
    const { verdict, blockedAtHop, contacted } = ask(question);
    return [verdict, blockedAtHop, contacted];
  },
  expected,
});
