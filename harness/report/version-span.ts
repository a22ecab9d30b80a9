import type { BrowserRecord } from '../results/schema.ts';
import type { VersionSpan } from '../results/span.ts';

/**
 * A version as readers say it: the major number, where that is what releases are known by. WebKit's ports count otherwise:
 * theirs is told whole.
 */
export const shortVersion = (version: string, engine: BrowserRecord['engine'] | undefined): string =>
  engine === undefined || engine === 'webkit' ? version : (/^\d+/.exec(version)?.[0] ?? version);

/**
 * A span in words: `seen from 92 (the oldest measured) to 156 (the newest measured)`, `appeared between 103 and 106`.
 *
 * @param short how a version is told
 */
export function spanInWords(span: VersionSpan, short: (version: string) => string): string {
  return `${beginInWords(span, short)}${endInWords(span, short)}`;
}

function beginInWords(
  { oldest, since, notIn, lackedIn, last, until }: VersionSpan,
  short: (version: string) => string,
): string {
  if (since === null) return `seen from ${short(oldest)} (the oldest measured)`;
  const newest = until === null && last === since ? ' (the newest measured)' : '';
  if (notIn !== null) return `appeared ${between(short(notIn), short(since))}${newest}`;
  const lacking = lackedIn === null ? '' : `; ${short(lackedIn)} lacks what is tested`;
  return `seen since ${short(since)}${newest}${lacking}`;
}

function endInWords({ since, until, last }: VersionSpan, short: (version: string) => string): string {
  if (until !== null)
    return `; went away ${last === undefined ? `in ${short(until)} or before it` : between(short(last), short(until))}`;
  if (last === undefined) return since === null ? ' on' : '';
  if (since === null) return ` to ${short(last)} (the newest measured)`;
  return last === since ? '' : `; still there in ${short(last)} (the newest measured)`;
}

/** `between 103 and 106`; of two versions that follow each other, the later one. */
const between = (before: string, after: string): string =>
  isNext(before, after) ? `in ${after}` : `between ${before} and ${after}`;

/** Whether two whole numbers follow each other. */
export const isNext = (before: string, after: string): boolean =>
  /^\d+$/.test(before) && /^\d+$/.test(after) && Number(after) === Number(before) + 1;

/** The first version of a span as a compatibility table has it: `≤92` where the oldest that was measured is one. */
export const sinceInWords = ({ oldest, since }: VersionSpan, short: (version: string) => string): string =>
  since === null ? `since ≤${short(oldest)}` : `since ${short(since)}`;
