/** What each scheme-part matches besides itself. */
const upgrades: ReadonlyMap<string, readonly string[]> = new Map([
  ['http', ['https']],
  ['ws', ['wss', 'http', 'https']],
  ['wss', ['https']],
]);

/** Whether a scheme-part matches a URL's scheme, CSP#match-schemes. Case does not matter. */
export function matchSchemes(a: string, b: string): boolean {
  const source = a.toLowerCase();
  const target = b.toLowerCase();
  // Step 1.1: The same scheme.
  if (source === target) return true;
  // Steps 1.2 to 1.4: An insecure scheme may be upgraded, and a WebSocket scheme stands for HTTP(S) as well.
  return upgrades.get(source)?.includes(target) ?? false;
}
