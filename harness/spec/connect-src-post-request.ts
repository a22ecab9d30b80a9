import type { Check } from './answers.ts';
import type { Evaluation } from './evaluation.ts';
import { matchUrlToSourceList } from './match-url-to-source-list.ts';
import type { FetchRequest } from './request.ts';
import type { Origin, UrlRecord } from './url-record.ts';
import { urlToMatch } from './websocket-url.ts';
import { checkWebTransportHashes } from './webtransport-hashes.ts';

/** Whether connect-src allows a response, given its URL, CSP#connect-src-post-request from step 3 on. */
export function connectSrcPostRequest(
  request: FetchRequest,
  responseUrl: UrlRecord,
  sourceList: readonly string[],
  selfOrigin: Origin,
  run: Evaluation,
): Check {
  // Step 4.
  let check = checkWebTransportHashes(request, sourceList);
  if (check === null) {
    // Step 5: CSP#match-response-to-source-list, with the response's URL and the request's redirect count.
    const url = urlToMatch(responseUrl, request, run);
    check = { matched: matchUrlToSourceList(url, sourceList, selfOrigin, request.redirectCount, run) };
  }
  // Steps 5 and 6.
  const outcome = check.matched === null ? 'Blocked' : 'Allowed';
  run.step('CSP#connect-src-post-request', 'connect-src on the response', sourceList.join(' '), outcome);
  return check;
}
