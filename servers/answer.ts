import type { Arrival } from './arrival.ts';
import type { Behaviour } from './behaviour.ts';
import { corsHeaders, isPreflight, preflightAnswer } from './cors.ts';
import type { Declarations } from './declarations.ts';
import type { LedgerKind } from './ledger.ts';
import { isForCollector, isReport } from './report.ts';
import type { HeaderLine, Resource } from './resource.ts';

/** What goes back for an arrival, and as what the arrival counts. */
export interface Answer {
  readonly kind: LedgerKind;
  readonly status: number;
  readonly headers: ReadonlyArray<HeaderLine>;
  readonly body: string | Uint8Array;
  /** Keep the connection open after the body. */
  readonly stream: boolean;
}

/** Decides, from the head of a request alone, how it is answered. A case's behaviour goes before a resource at the URL. */
export function answerTo(arrival: Arrival, declarations: Declarations): Answer {
  const behaviour = declarations.behaviourOf(arrival.case);
  const hop = behaviour?.hops?.[arrival.hop];
  if (isPreflight(arrival)) {
    const cors = isForCollector(arrival) ? 'credentials' : ((hop ? hop.cors : behaviour?.cors) ?? '*');
    return { ...empty, kind: 'preflight', ...preflightAnswer(cors, arrival) };
  }
  if (isReport(arrival)) {
    return { ...empty, kind: 'report', status: 204, headers: corsHeaders('credentials', arrival) };
  }
  const first = declarations.firstOf(arrival.case);
  if (first) return targetAnswer({ ...behaviour, headers: first }, arrival);
  if (hop) {
    const headers: HeaderLine[] = [
      ['Location', hop.location],
      noStore,
      ...corsHeaders(hop.cors ?? '*', arrival),
    ];
    return { ...empty, kind: 'redirect', status: hop.status, headers };
  }
  const resource = behaviour ? undefined : declarations.answerAt(arrival.url);
  return resource ? resourceAnswer(resource) : targetAnswer(behaviour ?? {}, arrival);
}

const empty = { body: '', stream: false };
const noStore: HeaderLine = ['Cache-Control', 'no-store'];

const saysWhetherToStore = (headers: ReadonlyArray<HeaderLine>): boolean =>
  headers.some(([name]) => name.toLowerCase() === 'cache-control');

function resourceAnswer({ status = 200, headers, contentType, body }: Resource): Answer {
  const lines: HeaderLine[] = [
    ['Content-Type', contentType],
    ...(saysWhetherToStore(headers) ? [] : [noStore]),
    ...headers,
  ];
  return { kind: 'request', status, headers: lines, body, stream: false };
}

function targetAnswer(behaviour: Behaviour, arrival: Arrival): Answer {
  const stream = behaviour.stream ?? false;
  const headers: HeaderLine[] = [
    ['Content-Type', behaviour.contentType ?? (stream ? 'text/event-stream' : 'text/plain')],
    ...(saysWhetherToStore(behaviour.headers ?? []) ? [] : [noStore]),
    // Resource timing is one more way for a page to tell what became of a request.
    ['Timing-Allow-Origin', '*'],
    ...corsHeaders(behaviour.cors ?? '*', arrival),
    ...(behaviour.headers ?? []),
  ];
  const body = behaviour.body ?? (stream ? 'data: ok\n\n' : 'ok');
  return { kind: 'request', status: behaviour.status ?? 200, headers, body, stream };
}
