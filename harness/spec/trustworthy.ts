import { type Origin, originOf, type UrlRecord } from './url-record.ts';

/** Whether an origin is potentially trustworthy (Secure Contexts, #is-origin-trustworthy). */
export function isTrustworthyOrigin(origin: Origin): boolean {
  // Step 1.
  if (origin === 'opaque') return false;
  // Step 3.
  if (origin.scheme === 'https' || origin.scheme === 'wss') return true;
  const host = origin.host ?? '';
  // Step 4: 127.0.0.0/8 and ::1/128.
  if (/^127(?:\.\d+){3}$/.test(host) || host === '[::1]') return true;
  // Step 5.
  return /(?:^|\.)localhost\.?$/.test(host);
}

/** Whether a URL is potentially trustworthy (Secure Contexts, #is-url-trustworthy). */
export function isTrustworthyUrl(url: UrlRecord): boolean {
  // Steps 1 and 2.
  if (url.href === 'about:blank' || url.href === 'about:srcdoc' || url.scheme === 'data') return true;
  // Step 3. Of the schemes with an opaque origin, file is trusted.
  return url.scheme === 'file' || isTrustworthyOrigin(originOf(url));
}
