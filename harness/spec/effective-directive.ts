/** What decides which directive governs a request. Values are Fetch's; the default of each is the empty string. */
export interface Governed {
  readonly destination: string;
  readonly initiator: string;
}

/** The switch of step 2, by destination. */
const directiveOf: ReadonlyMap<string, string | null> = new Map([
  ['', 'connect-src'],
  ['manifest', 'manifest-src'],
  ['object', 'object-src'],
  ['embed', 'object-src'],
  ['frame', 'frame-src'],
  ['iframe', 'frame-src'],
  ['audio', 'media-src'],
  ['track', 'media-src'],
  ['video', 'media-src'],
  ['font', 'font-src'],
  ['image', 'img-src'],
  ['style', 'style-src-elem'],
  ['script', 'script-src-elem'],
  ['xslt', 'script-src-elem'],
  ['audioworklet', 'script-src-elem'],
  ['paintworklet', 'script-src-elem'],
  ['serviceworker', 'worker-src'],
  ['sharedworker', 'worker-src'],
  ['worker', 'worker-src'],
  ['json', 'connect-src'],
  ['text', 'connect-src'],
  ['webidentity', 'connect-src'],
  ['report', null],
  // Not in the text, whose default would make connect-src govern navigations. No one reads it so; other directives do.
  ['document', null],
]);

/**
 * The name of the directive that governs a request, or null where none does,
 * CSP#effective-directive-for-a-request.
 */
export function effectiveDirective({ destination, initiator }: Governed): string | null {
  // Step 1: Resource hints.
  if (initiator === 'prefetch' || initiator === 'prerender') return 'default-src';
  // A download has the destination "", but FETCH#destination-table names no directive for it.
  if (initiator === 'download') return null;
  // Steps 2 and 3: A destination nobody has listed yet falls to connect-src.
  const directive = directiveOf.get(destination);
  return directive === undefined ? 'connect-src' : directive;
}
