import { type PlannedDocument, type PlannedTarget, urlsOf } from './plan.ts';
import { GONE_ORIGIN } from './world.ts';

/** The parameters that mark a request as a case's; matching ignores queries. */
export interface Marks {
  case: string;
  /** Of letters, digits and hyphens. In a run nobody can guess it, so that nobody else can speak for a case. */
  run: string;
}

/** The URL a document is opened at: below its page, so that no two are the same. */
export const documentUrl = (document: PlannedDocument, instance = document.id): string =>
  new URL(instance, document.page).href;

/** The URL of the response that becomes the global, where a creator makes it. */
export const ownUrl = (documentUrl: string, kind: 'document' | 'script'): string =>
  `${documentUrl}/own.${kind === 'script' ? 'js' : 'html'}`;

/** The URL that redirects to {@link ownUrl}, where a creator asks for another. */
export const movedUrl = (documentUrl: string, kind: 'document' | 'script'): string =>
  `${documentUrl}/moved.${kind === 'script' ? 'js' : 'html'}`;

/** The URL of the document that is shown before one is come back to: before that one opens its connections, or after. */
export const awayUrl = (documentUrl: string, when: 'before' | 'after'): string =>
  `${documentUrl}/away-${when}.html`;

/**
 * The URL that is asked for once a document that leaves is gone. Its host is no other's: the redirects that are held back until
 * then may have every connection that a browser opens to theirs.
 */
export const goneUrl = (documentUrl: string): string => GONE_ORIGIN + new URL(documentUrl).pathname;

/** Whether a URL is fetched from a server; the others are local: `data:`, `blob:`, `about:`. */
export const isNetworkUrl = (url: string): boolean => /^(https?|wss?):/.test(url);

/** A target's URL at one hop, with the marks of its case, if any. Local URLs have no query to carry them. */
export function mark(url: string, marks: Marks | null, hop = 0): string {
  if (!isNetworkUrl(url)) return url;
  const marked = new URL(url);
  if (marks === null) return marked.href;
  const parameters = `case=${marks.case}&run=${marks.run}${hop > 0 ? `&hop=${hop}` : ''}`;
  marked.search = marked.search ? `${marked.search}&${parameters}` : `?${parameters}`;
  return marked.href;
}

/** Every URL of a target, from the one that is called to the one the last redirect leads to, with its marks. */
export const chain = (target: PlannedTarget, marks: Marks): string[] =>
  urlsOf(target).map((url, hop) => mark(url, marks, hop));

/** The case id in a marked URL, or null. */
export function caseIn(text: string): string | null {
  const found = /[?&]case=([^&\s"')]+)/.exec(text);
  return found?.[1] ? decodeURIComponent(found[1]) : null;
}

/** The run in text with marked URLs, or null. */
export const runIn = (text: string): string | null => /[?&]run=([\w-]+)/.exec(text)?.[1] ?? null;

/** A URL's text without query and fragment. */
export const withoutQuery = (url: string): string => url.replace(/[?#].*$/, '');
