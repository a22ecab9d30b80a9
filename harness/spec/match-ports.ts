import type { Evaluation } from './evaluation.ts';
import { defaultPorts, type UrlRecord } from './url-record.ts';

/**
 * Whether a port-part (null where the source has none) matches a URL, CSP#match-ports.
 * `scheme` is the one the source was matched by, its own or the self-origin's: only csp#439 asks for it.
 */
export function matchPorts(input: string | null, url: UrlRecord, scheme: string, run: Evaluation): boolean {
  // Step 2: The wildcard.
  if (input === '*') return true;
  // Step 3: A decimal number, or null.
  const port = input === null ? null : Number(input);
  // Step 4: The same port.
  if (port === url.port) return true;
  // Step 5: The URL has its scheme's default port.
  const effective = url.port ?? defaultPorts.get(url.scheme) ?? null;
  if (url.port === null && port === effective) return true;
  // Step 6. (Browsers upgrade the port along with the scheme: csp#439.)
  const upgraded = ['http', 'ws'].includes(scheme.toLowerCase()) && ['https', 'wss'].includes(url.scheme);
  return run.under('port-80-to-443', false, upgraded && port === 80 && effective === 443);
}
