import { type Explored, playable } from './document.ts';
import { simpler } from './simpler.ts';

/** How many documents are opened at once, of all findings that are shrunk together; and of one, at the least and at the most. */
const TOGETHER = 120;
const LEAST = 3;
const MOST = 24;

/**
 * How many simpler documents each of so many findings tries at once. The boldest come first, and the first that shows it
 * makes the rest of them needless: so no more than fill an opening.
 */
export const batchFor = (findings: number): number =>
  Math.min(MOST, Math.max(LEAST, Math.floor(TOGETHER / findings)));

/**
 * Reduces a document to a smallest one that still shows a finding: nothing that {@link simpler} could take away or replace
 * can be, without losing it. Every step is seen in a browser.
 *
 * @param shows which documents show it
 * @param batch how many documents are asked about at once
 * @param enough is asked before each round; true ends the search with what there is
 */
export async function shrink(
  document: Explored,
  shows: (documents: readonly Explored[]) => Promise<boolean[]>,
  batch: number = batchFor(1),
  enough: () => boolean = () => false,
): Promise<Explored> {
  let smallest = document;
  for (;;) {
    const better = await firstThatShows(simpler(smallest).filter(playable), shows, batch, enough);
    if (better === null) return smallest;
    smallest = better;
  }
}

/** The simplest that shows it, of candidates that begin with the simplest; null where none does. */
async function firstThatShows(
  candidates: readonly Explored[],
  shows: (documents: readonly Explored[]) => Promise<boolean[]>,
  batch: number,
  enough: () => boolean,
): Promise<Explored | null> {
  for (let from = 0; from < candidates.length && !enough(); from += batch) {
    const tried = candidates.slice(from, from + batch);
    const shown = await shows(tried);
    const found = tried.find((_, index) => shown[index]);
    if (found !== undefined) return found;
  }
  return null;
}
