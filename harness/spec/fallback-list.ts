const fallbacks: ReadonlyMap<string, readonly string[]> = new Map([
  ['script-src-elem', ['script-src-elem', 'script-src', 'default-src']],
  ['script-src-attr', ['script-src-attr', 'script-src', 'default-src']],
  ['style-src-elem', ['style-src-elem', 'style-src', 'default-src']],
  ['style-src-attr', ['style-src-attr', 'style-src', 'default-src']],
  ['worker-src', ['worker-src', 'child-src', 'script-src', 'default-src']],
  ['connect-src', ['connect-src', 'default-src']],
  ['manifest-src', ['manifest-src', 'default-src']],
  ['object-src', ['object-src', 'default-src']],
  ['frame-src', ['frame-src', 'child-src', 'default-src']],
  ['media-src', ['media-src', 'default-src']],
  ['font-src', ['font-src', 'default-src']],
  ['img-src', ['img-src', 'default-src']],
]);

/** The directives that may stand in for one, most relevant first and itself included, CSP#directive-fallback-list. */
export function fallbackList(directiveName: string): readonly string[] {
  return fallbacks.get(directiveName) ?? [];
}
