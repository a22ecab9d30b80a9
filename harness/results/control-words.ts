import type { ClosedControlRecord, Controls, OpenControlRecord } from './schema.ts';

/** What the open control did, in words that a sentence about it can go on with. */
export function openInWords(open: OpenControlRecord | null): string {
  if (open === null) return 'was not run';
  if (open.failed !== null) return `could not run: ${open.failed}`;
  if (open.unhandled && !open.handlesOthers) return 'was not given to its service worker';
  if (open.arrived && open.worked) return 'reached its server';
  return `${open.arrived ? 'reached' : 'did not reach'} its server; script saw: ${open.shape}`;
}

/** What the closed control was told of its block, in words. */
export function closedInWords(closed: ClosedControlRecord | null): string {
  if (closed === null) return 'was not run';
  return `${closed.violations} violation events; script saw: ${closed.shape}`;
}

/** What both controls did, in one line. */
export const controlsInWords = ({ open, closed, words }: Controls): string =>
  words ?? `open: ${openInWords(open)}; closed: ${closedInWords(closed)}`;
