import type { CaseRecord } from '../../judgement/results.ts';

/** Shortens the case's own mark in the URLs of its evidence: the page says what the dots stand for. */
export type Shorten = (text: string) => string;

/** How the evidence of a case is shortened: its id stands in every URL that was asked for. */
export const shortenMarks =
  ({ id }: CaseRecord): Shorten =>
  (text) =>
    text.replaceAll(`case=${id}`, 'case=…');
