import type { Check } from './answers.ts';
import type { CheckInput } from './check-input.ts';
import type { Evaluation } from './evaluation.ts';
import { matchIntegrityToSourceList } from './match-integrity.ts';
import { matchNonceToSourceList } from './match-nonce.ts';
import { matchUrlToSourceList } from './match-url-to-source-list.ts';
import { currentUrlOf } from './request.ts';

/** FETCH#request-destination-script-like, which leaves out `xslt`. */
const scriptLike: ReadonlySet<string> = new Set([
  'audioworklet',
  'paintworklet',
  'script',
  'serviceworker',
  'sharedworker',
  'worker',
]);

/**
 * What script-src and script-src-elem say of a request, CSP#script-pre-request, and of its response,
 * CSP#script-post-request, which go the same way. Null where they say nothing.
 */
export function checkScript(
  { request, response, selfOrigin }: CheckInput,
  sourceList: readonly string[],
  run: Evaluation,
): Check | null {
  // Step 1.
  if (!scriptLike.has(request.destination)) return null;
  // Steps 1.1 and 1.2: What is trusted by its element is not asked for its URL.
  let matched =
    matchNonceToSourceList(request.nonce, sourceList, run) ??
    matchIntegrityToSourceList(request.integrity, sourceList, run);
  const dynamic = sourceList.find((token) => token.toLowerCase() === "'strict-dynamic'");
  if (dynamic !== undefined) {
    // Step 1.3: Whatever script has put in is trusted as the script is.
    if (request.parserMetadata !== 'parser-inserted') matched ??= dynamic;
  } else {
    // Step 1.4.
    const url = response ?? currentUrlOf(request);
    matched ??= matchUrlToSourceList(url, sourceList, selfOrigin, request.redirectCount, run);
  }
  run.step(
    response === undefined ? 'CSP#script-pre-request' : 'CSP#script-post-request',
    dynamic === undefined ? 'script' : `script, ${request.parserMetadata || 'no parser metadata'}`,
    sourceList.join(' '),
    matched === null ? 'Blocked' : 'Allowed',
  );
  return { matched };
}
