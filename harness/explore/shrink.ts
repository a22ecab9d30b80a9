import { type Explored, playable } from './document.ts';
import { simpler } from './simpler.ts';

/** How many documents are opened at once while a finding is shrunk. */
const BATCH = 24;

/**
 * Reduces a document to a smallest one that still shows a finding: nothing that {@link simpler} could take away or replace
 * can be, without losing it. Every step is seen in a browser.
 *
 * @param shows which documents show it
 * @param enough is asked before each round; true ends the search with what there is
 */
export async function shrink(
  document: Explored,
  shows: (documents: readonly Explored[]) => Promise<boolean[]>,
  enough: () => boolean = () => false,
): Promise<Explored> {
  let smallest = document;
  for (;;) {
    const better = await firstThatShows(simpler(smallest).filter(playable), shows, enough);
    if (better === null) return smallest;
    smallest = better;
  }
}

/** The simplest that shows it, of candidates that begin with the simplest; null where none does. */
async function firstThatShows(
  candidates: readonly Explored[],
  shows: (documents: readonly Explored[]) => Promise<boolean[]>,
  enough: () => boolean,
): Promise<Explored | null> {
  for (let from = 0; from < candidates.length && !enough(); from += BATCH) {
    const batch = candidates.slice(from, from + BATCH);
    const shown = await shows(batch);
    const found = batch.find((_, index) => shown[index]);
    if (found !== undefined) return found;
  }
  return null;
}
