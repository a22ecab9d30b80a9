import type { Evaluation } from './evaluation.ts';

/** The secure scheme that each insecure one may be upgraded to. */
const secure: ReadonlyMap<string, string> = new Map([
  ['http', 'https'],
  ['ws', 'wss'],
]);

/** What the WebSocket schemes match besides: the requests of WebSockets have http(s) URLs. */
const requests: ReadonlyMap<string, readonly string[]> = new Map([
  ['ws', ['http', 'https']],
  ['wss', ['https']],
]);

/** Whether a scheme-part matches a URL's scheme, CSP#match-schemes. Case does not matter. */
export function matchSchemes(a: string, b: string, run: Evaluation): boolean {
  const source = a.toLowerCase();
  const target = b.toLowerCase();
  // Steps 1.1, 1.2 and the first of 1.3: The same scheme, or its secure counterpart.
  if (source === target || secure.get(source) === target) return true;
  // Steps 1.3 and 1.4. (Where WebSockets keep their URL there is no need for them, nor do they let fetches through.)
  return run.under('websocket-schemes', requests.get(source)?.includes(target) ?? false, false);
}
