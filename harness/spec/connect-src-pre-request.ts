import type { Check } from './answers.ts';
import type { Evaluation } from './evaluation.ts';
import { matchUrlToSourceList } from './match-url-to-source-list.ts';
import { currentUrlOf, type FetchRequest } from './request.ts';
import type { Origin } from './url-record.ts';
import { urlToMatch } from './websocket-url.ts';
import { checkWebTransportHashes } from './webtransport-hashes.ts';

/** Whether connect-src allows a request, CSP#connect-src-pre-request from step 3 on. */
export function connectSrcPreRequest(
  request: FetchRequest,
  sourceList: readonly string[],
  selfOrigin: Origin,
  run: Evaluation,
): Check {
  // Step 4: Certificate hashes are a matter of their own.
  let check = checkWebTransportHashes(request, sourceList);
  if (check === null) {
    // Step 5: CSP#match-request-to-source-list, with the current URL and the redirect count.
    const url = urlToMatch(currentUrlOf(request), request, run);
    check = { matched: matchUrlToSourceList(url, sourceList, selfOrigin, request.redirectCount, run) };
  }
  // Steps 5 and 6.
  const outcome = check.matched === null ? 'Blocked' : 'Allowed';
  run.step('CSP#connect-src-pre-request', 'connect-src before the request', sourceList.join(' '), outcome);
  return check;
}
