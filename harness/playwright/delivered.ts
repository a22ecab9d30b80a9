import type { BrowserContext, Page, Response } from '@playwright/test';
import type { MetaElement, Question } from '../spec/explain.ts';

/** The last response to a navigation of each page. */
const responses = new WeakMap<Page, Response>();

/** Keeps with which response each page of a context comes. */
export function keepResponses(context: BrowserContext): void {
  context.on('response', (response) => {
    const request = response.request();
    if (!request.isNavigationRequest() || request.serviceWorker() !== null) return;
    try {
      const frame = request.frame();
      if (frame.parentFrame() === null) responses.set(frame.page(), response);
    } catch {
      // It is not known yet which page it is for: one that has just been opened.
    }
  });
}

/**
 * What there is to ask of the oracle about a connection of a page: the policies of its response's headers and of its
 * `<meta>` elements.
 *
 * @returns null where the page's response has not been seen, or can no longer be read
 */
export async function questionOf(page: Page, url: string): Promise<Question | null> {
  const response = responses.get(page);
  try {
    const headers = await response?.headersArray();
    if (response === undefined || headers === undefined) return null;
    const valuesOf = (header: string) =>
      headers.filter(({ name }) => name.toLowerCase() === header).flatMap(({ value }) => value.split('\n'));
    return {
      policy: valuesOf('content-security-policy'),
      reportOnly: valuesOf('content-security-policy-report-only'),
      meta: await page.evaluate(metasOfDocument),
      self: response.url(),
      status: response.status(),
      url,
    };
  } catch {
    return null;
  }
}

/** Runs in the page. */
const metasOfDocument = (): Exclude<MetaElement, string>[] =>
  [...document.querySelectorAll<HTMLMetaElement>('meta[http-equiv]')]
    .filter(({ httpEquiv }) => /^content-security-policy/i.test(httpEquiv))
    .map(({ content, httpEquiv, parentElement }) => ({
      content,
      httpEquiv,
      parent: parentElement?.localName ?? '',
    }));
