import type { Place } from './advice.ts';

/** A policy, a source or a URL in a sentence. */
export const quote = (text: string): string => `\`${text}\``;

/** Several of them: `a`, `b` and `c`. */
export function quoteAll(texts: readonly string[]): string {
  const quoted = texts.map(quote);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} and ${last}`;
}

const names = { policy: 'header policy', 'report-only': 'report-only policy', meta: '`<meta>` policy' };

/** How a sentence calls a policy, inside; policies are counted from 1. */
export function namePolicy({ in: place, policy, up }: Place): string {
  const whose = up === 0 ? '' : ` of the creator${"'s creator".repeat(up - 1)}`;
  return `${names[place]} ${policy + 1}${whose}`;
}

/** A sentence's start in upper case. */
export const capital = (text: string): string => text.replace(/^[a-z]/, (letter) => letter.toUpperCase());
