/**
 * Parses an absolute URL; null where it is none.
 *
 * In place of `URL.canParse()`: once that is hot, Node 20 answers false for URLs with characters outside ASCII.
 */
export function parseUrl(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}
