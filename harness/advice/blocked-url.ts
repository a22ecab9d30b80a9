import type { Explanation, Question } from '../spec/explain.ts';
import { parseUrl } from '../spec/url-record.ts';
import { asBrowsersRead } from './browsers-reading.ts';

/** The URL after so many redirects of a question; that of a WebSocket keeps ws: or wss:. */
export function urlAtHop({ url, redirects = [] }: Question, hop: number): string {
  return redirects.slice(0, hop).reduce((base, location) => parseUrl(location, base)?.href ?? base, url);
}

/** How many redirects of the question lie before the block; 0 where nothing is blocked. */
export const blockedHop = ({ redirectCount = 0 }: Question, { blockedAtHop }: Explanation): number =>
  Math.max(0, (blockedAtHop ?? 0) - redirectCount);

/** The URL that is refused: that of a hop, or of the response that a service worker gives. */
export function blockedUrl(question: Question, answer: Explanation): string {
  const { serviceWorker, ...plain } = question;
  const responseUrl = serviceWorker?.responseUrl;
  if (typeof responseUrl === 'string') {
    const request = asBrowsersRead({ ...plain, redirects: [] });
    if (request.verdict === 'allowed') return responseUrl;
  }
  return urlAtHop(question, blockedHop(question, answer));
}
