import { effectiveDirective } from './effective-directive.ts';
import type { Evaluation } from './evaluation.ts';
import type { Question } from './question.ts';
import type { FetchRequest } from './request.ts';
import type { UrlRecord } from './url-record.ts';
import { establishUrl } from './websocket-url.ts';

/**
 * Makes the request of a connection. A ws(s): URL means a WebSocket, unless another mode is given: `fetch('ws://…')`
 * keeps its URL, and fails only after CSP was asked.
 */
export function createRequest(question: Question, url: UrlRecord, run: Evaluation): FetchRequest {
  const parameters = question.request ?? {};
  const isWebSocketUrl = url.scheme === 'ws' || url.scheme === 'wss';
  const mode = parameters.mode ?? (isWebSocketUrl ? 'websocket' : 'cors');
  // WebSocket and WebTransport follow no redirects, and pass by service workers.
  const isSession = mode === 'websocket' || mode === 'webtransport';
  const requestUrl = mode === 'websocket' ? establishUrl(url) : url;
  if (requestUrl !== url)
    run.step('WS#concept-websocket-establish', 'request URL', url.href, requestUrl.href);
  const { destination = '', initiator = '' } = parameters;
  const directive = effectiveDirective({ destination, initiator });
  const exempt = initiator === 'download' || destination === 'document';
  run.step(
    exempt ? 'FETCH#destination-table' : 'CSP#effective-directive-for-a-request',
    'effective directive',
    `destination "${destination}"${initiator === '' ? '' : `, initiator "${initiator}"`}`,
    directive ?? 'none',
  );
  return {
    urlList: [requestUrl],
    redirectCount: question.redirectCount ?? 0,
    responseTainting: 'basic',
    destination,
    initiator,
    mode,
    redirectMode: parameters.redirect ?? (isSession ? 'error' : 'follow'),
    serviceWorkersMode: parameters.serviceWorkersMode ?? (isSession ? 'none' : 'all'),
    nonce: parameters.nonce ?? '',
    integrity: parameters.integrity ?? '',
    parserMetadata: parameters.parserMetadata ?? '',
    webTransportHashes: parameters.webTransportHashes ?? false,
    violationsOptional: parameters.violationsOptional ?? false,
  };
}
