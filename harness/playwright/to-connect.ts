import type { ExpectMatcherState, MatcherReturnType, Page } from '@playwright/test';
import { adviceLines } from '../advice/advice-text.ts';
import { advise } from '../advice/advise.ts';
import { asBrowsersRead } from '../advice/browsers-reading.ts';
import { quote } from '../advice/words.ts';
import type { Explanation } from '../spec/explain.ts';
import { questionOf } from './delivered.ts';
import { ATTEMPTS, type Attempt, attempt, type By, eventFields } from './in-page.ts';
import { messageWidth, violationText } from './violations.ts';

/** How `toConnect()` tries it. */
export interface ConnectOptions {
  /** By default `WebSocket` for ws: and wss:, else `fetch`. */
  by?: By;
  /** How long to wait for an answer, in milliseconds; by default as long as every `expect`. */
  timeout?: number;
}

/** What a page's policies did with an attempt. */
type Verdict = 'let out' | 'blocked' | 'contradictory' | 'not to be told';

/**
 * The verdict is about the policies alone: an enforced one that blocks fires a violation event. A failure without one is
 * another's doing, once the control has shown that no event is on its way.
 */
export function verdictOf({ violations, outcome, controlled }: Attempt): Verdict {
  const isBlocked = violations.some(({ disposition }) => disposition === 'enforce');
  if (isBlocked) return outcome === 'connected' ? 'contradictory' : 'blocked';
  return outcome === 'connected' || controlled ? 'let out' : 'not to be told';
}

/** Tries a connection in a page's own global, under the policies that it was really delivered with. */
export async function toConnect(
  this: ExpectMatcherState,
  page: Page,
  url: string,
  { by, timeout = this.timeout }: ConnectOptions = {},
): Promise<MatcherReturnType> {
  const asked = { url, by: by ?? null, timeout, attempts: ATTEMPTS };
  const tried = await page.evaluate<Attempt>(`(${attempt})(${eventFields}, ${JSON.stringify(asked)})`);
  const verdict = verdictOf(tried);
  const told = verdict === 'let out' || verdict === 'blocked';
  const pass = told ? verdict === 'let out' : this.isNot;
  const reasons = pass === this.isNot ? await reasonsFor(page, tried, verdict) : '';
  const message = () =>
    [
      this.utils.matcherHint('toConnect', 'page', 'url', { isNot: this.isNot }),
      '',
      `URL:      ${tried.url}, by ${tried.by}`,
      `Expected: ${this.isNot ? 'blocked by the policies of' : 'let out by the policies of'} ${page.url()}`,
      `Received: ${received(tried, verdict)}`,
      '',
      reasons,
    ].join('\n');
  return { name: 'toConnect', pass, message, expected: this.isNot ? 'blocked' : 'let out', actual: verdict };
}

function received({ outcome, saw }: Attempt, verdict: Verdict): string {
  if (verdict === 'blocked') return `blocked by policy; ${saw}`;
  if (verdict === 'contradictory')
    return `a violation event says that it was blocked, and it was connected all the same: ${saw}`;
  if (verdict === 'not to be told')
    return `not to be told: ${saw}, no violation event was fired, and no control could show that none was to come`;
  if (outcome === 'connected') return `connected: ${saw}`;
  if (outcome === 'untold') return `not blocked by policy; whether it arrived, script is never told (${saw})`;
  return `not blocked by policy, but ${outcome === 'pending' ? 'without an answer' : 'failed'}: ${saw}`;
}

/** Who decided and what to change: by the policies as they were delivered, else by what the events tell. */
async function reasonsFor(page: Page, { url, violations }: Attempt, verdict: Verdict): Promise<string> {
  const question = await questionOf(page, url);
  const answer = question && asBrowsersRead(question);
  const agrees = answer?.verdict === (verdict === 'let out' ? 'allowed' : 'blocked');
  if (verdict === 'blocked') {
    if (question === null || !agrees) return violationText(violations);
    // What script sees has been seen.
    const advice = advise(question).filter(({ id }) => id !== 'script-sees');
    return adviceLines(advice, messageWidth).join('\n');
  }
  if (verdict === 'contradictory') return violationText(violations);
  if (verdict === 'not to be told')
    return 'A page that is sandboxed reaches no frame to make a control in. Else the time was too short: give a longer timeout.';
  return answer !== null && agrees
    ? whyAllowed(answer)
    : 'Which source lets it out is not known: the response that the page came with was not seen, or says otherwise.';
}

/** Why none of a page's enforced policies objects. */
function whyAllowed({ directive, matched }: Explanation): string {
  if (directive === null)
    return 'No enforced policy of the page has a connect-src or a default-src. Add one that names what may be connected to.';
  return matched === null
    ? 'Only report-only policies of the page have a connect-src or a default-src, and they block nothing.'
    : `The source ${quote(matched)} of its connect-src, or of the default-src in its place, matches.`;
}
