import type { BcdFlag, Call, RequestParameters } from '../mechanism.ts';

/** Hyperlink auditing sends a POST without CORS and follows redirects (HTML#hyperlink-auditing). */
export const pingRequest: RequestParameters = { destination: '', mode: 'no-cors', redirect: 'follow' };

/** Firefox sends no pings unless told. */
export const sendPings: BcdFlag = { type: 'preference', name: 'browser.send_pings', value_to_set: 'true' };

/** Null where this element has a `ping` attribute. */
export const hasPing = (element: 'a' | 'area'): string | null =>
  'ping' in document.createElement(element) ? null : `<${element}> has no ping`;

/**
 * Puts a hyperlink with `ping` into the document and clicks it; it leads to a fragment, so that the document stays. A
 * fragment of its URL: `#…` alone would be one of the base URL, which srcdoc and about:blank have from their creator.
 */
export function clickWithPing(element: 'a' | 'area', { url, record }: Call): void {
  const link = document.createElement(element);
  link.href = `${location.href.replace(/#.*/, '')}#pinged`;
  link.ping = url;
  let container: HTMLElement = link;
  if (element === 'area') {
    link.setAttribute('shape', 'default');
    container = document.createElement('map');
    container.append(link);
  } else {
    link.textContent = 'ping';
  }
  document.body.append(container);
  link.click();
  record.returns();
  record.settled();
}
