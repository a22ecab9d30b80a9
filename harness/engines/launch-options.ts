/** Where the URL of a Playwright server says in its query what the browser is to be started with. */
export const LAUNCH_OPTIONS = 'launch-options';

/** What a Playwright server's URL says to start the browser with; null where that is no JSON object. */
export function launchOptionsIn(url: URL): Record<string, unknown> | null {
  try {
    const options: unknown = JSON.parse(url.searchParams.get(LAUNCH_OPTIONS) ?? '{}');
    const isObject = typeof options === 'object' && options !== null && !Array.isArray(options);
    return isObject ? (options as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
