import { shouldBlockRtcByAllowlists } from '../connection-allowlist/should-block.ts';
import { contextTraits } from './context-kinds.ts';
import { createRequest } from './create-request.ts';
import { disputesDecidedBy, flip } from './disputed-verdict.ts';
import { effectiveDirective } from './effective-directive.ts';
import { Evaluation, type Step } from './evaluation.ts';
import { comesUnderHsts, everyHost, type KnownHosts, knownHosts } from './hsts.ts';
import { type Client, createClient, type Delivered } from './inherit.ts';
import { type FetchResult, mainFetch } from './main-fetch.ts';
import type { Explanation, Question, WorkerAnswer } from './question.ts';
import { sandboxInit } from './sandbox.ts';
import type { ServiceWorkerAnswer } from './service-worker-answer.ts';
import { shouldBlockRtcConnection } from './should-block-rtc-connection.ts';
import { shouldDirectiveExecute } from './should-execute.ts';
import { originOf, parseUrl, type UrlRecord } from './url-record.ts';
import { type Violation, Violations } from './violation.ts';
import { establishUrl } from './websocket-url.ts';

export type { AllowlistReport } from '../connection-allowlist/report-violation.ts';
export { type Anchor, anchors } from './anchors.ts';
export { type ContextKind, contextTraits } from './context-kinds.ts';
export { type DisputeId, disputeIds, type Reading } from './disputed.ts';
export { effectiveDirective } from './effective-directive.ts';
export type { Step } from './evaluation.ts';
export { fallbackList } from './fallback-list.ts';
export type { Delivered } from './inherit.ts';
export type { OtherReason } from './main-fetch.ts';
export type { MetaElement } from './meta-element.ts';
export { parseSerializedPolicy } from './parse-serialized-policy.ts';
export { type Disposition, type Policy, serializePolicy } from './policy.ts';
export type { Environment, Explanation, Question, RequestParameters, WorkerAnswer } from './question.ts';
export type { Violation } from './violation.ts';

/** One run of the algorithms under one reading. */
interface Answer {
  result: FetchResult;
  violations: Violation[];
  run: Evaluation;
}

/**
 * What the specifications say about one connection: whether it is allowed, what leaves, which violations are
 * reported, and the steps that lead there.
 *
 * Never throws. A URL that cannot be parsed or that its API refuses, and an unknown context, fail before any policy is
 * asked: `by` is then `url`.
 */
export function explain(question: Question): Explanation {
  const bad = unusablePart(question);
  if (bad !== null) return unusable(bad);
  if (refusesUrl(question))
    return failed({
      anchor: 'FETCH#dom-request',
      what: 'includes credentials',
      operands: question.url,
      outcome: 'TypeError',
    });
  const url = parseUrl(question.url) as UrlRecord;
  const setup = new Evaluation({}, true);
  const client = populate(question, applyEnvironment(createClient(question, setup), question), setup);
  const serviceWorker = question.serviceWorker && answerOf(question.serviceWorker);
  const network = {
    redirects: question.redirects ?? [],
    mixedContent: question.mixedContent ?? false,
    ...(serviceWorker && { serviceWorker }),
  };
  const known = knownHosts(question.hsts ?? []);
  const answer = (reading: Question['reading'], recording: boolean, hsts: KnownHosts = known): Answer => {
    const run = new Evaluation(reading ?? {}, recording);
    const violations = new Violations(client);
    const connect = () =>
      question.request?.webrtc
        ? connectByRtc(client, violations, run)
        : mainFetch(createRequest(question, url, run), client, { ...network, hsts }, violations, run);
    if (client.global === 'document' || !sandboxInit(client.cspList, run))
      return { result: connect(), violations: violations.list, run };
    // Where the worker is run all the same, its policies are enforced, and tell what they block.
    run.silently(connect);
    return { result: notRun, violations: violations.list.map((one) => ({ ...one, optional: true })), run };
  };
  const { result, violations, run } = answer(question.reading, true);
  const verdict = result.by === null ? 'allowed' : 'blocked';
  const otherwise = (reading: Question['reading'], hsts?: KnownHosts) =>
    (answer(reading, false, hsts).result.by === null) !== (result.by === null);
  // HSTS is asked after the policies: what they block at once, it cannot change.
  const underHsts =
    result.blockedAtHop !== 0 && mayUpgrade(url, question) && otherwise(question.reading, everyHost);
  const other = verdict === 'allowed' ? 'blocked' : 'allowed';
  const disputed =
    run.met.size === 0 ? [] : disputesDecidedBy(question.reading ?? {}, (reading) => otherwise(reading));
  const { blockedAtHop: otherHop } =
    result.blockedAtHop === null || run.met.size === 0 || disputed.length > 0
      ? result
      : answer(flip(question.reading ?? {}, [...run.met]), false, known).result;
  return {
    verdict,
    by: result.by,
    directive: governingDirective(question, client),
    matched: result.matched,
    blockedAtHop: result.blockedAtHop,
    contacted: result.contacted,
    alsoBlockedBy: result.alsoBlockedBy.filter((reason) => reason !== result.by),
    disputed,
    ...(disputed.length > 0 && { otherReading: other }),
    ...(otherHop !== null && otherHop !== result.blockedAtHop && { otherHop }),
    ...(underHsts && { underHsts: other }),
    violations,
    ...(result.allowlistReports.length > 0 && { allowlistReports: result.allowlistReports }),
    steps: [...setup.steps, ...run.steps],
  };
}

/** What comes of a connection of a worker that is not run. */
const notRun: FetchResult = {
  by: 'csp',
  blockedAtHop: 0,
  matched: null,
  contacted: [],
  alsoBlockedBy: [],
  allowlistReports: [],
};

/** WebRTC makes no request: nothing is contacted that could be named, and no redirect followed. */
function connectByRtc(client: Client, violations: Violations, run: Evaluation): FetchResult {
  const csp = shouldBlockRtcConnection(client.cspList, violations, run);
  const listed = shouldBlockRtcByAllowlists(client, run);
  const by = csp ? 'csp' : listed.blocked ? 'connection-allowlist' : null;
  return {
    by,
    blockedAtHop: by === null ? null : 0,
    matched: null,
    contacted: [],
    alsoBlockedBy: listed.blocked ? ['connection-allowlist'] : [],
    allowlistReports: listed.reports,
  };
}

/** Whether HSTS could speak of a URL on the way, and whether nobody has said yet which hosts it knows. */
function mayUpgrade(url: UrlRecord, { redirects = [], hsts, request }: Question): boolean {
  if (hsts !== undefined || request?.webrtc) return false;
  let current: UrlRecord | null = establishUrl(url);
  for (const location of redirects) {
    if (current === null || comesUnderHsts(current)) break;
    current = parseUrl(location, current.href);
  }
  return current !== null && comesUnderHsts(current);
}

/** A service worker's answer as the algorithms look at it. */
const answerOf = ({ responseUrl, type, redirected, location }: WorkerAnswer): ServiceWorkerAnswer => ({
  url: responseUrl === null ? null : parseUrl(responseUrl),
  type: type ?? 'default',
  redirected: redirected ?? false,
  location: location ?? null,
});

/** The effective directive, if any policy has a directive that executes for it. */
function governingDirective({ request = {} }: Question, { cspList }: Client): string | null {
  if (request.webrtc)
    return cspList.policies.some(({ directives }) => directives.has('webrtc')) ? 'webrtc' : null;
  const { destination = '', initiator = '' } = request;
  const name = effectiveDirective({ destination, initiator });
  const governs = cspList.policies.some((policy) => {
    if (initiator === 'prefetch') return policy.directives.has('default-src');
    return [...policy.directives.keys()].some((directive) => shouldDirectiveExecute(name, directive, policy));
  });
  return governs ? name : null;
}

/** The client a request is made with: one that has none gets an empty policy container, and no origin to be mixed with. */
function populate({ request }: Question, client: Client, run: Evaluation): Client {
  if (request?.client !== null) return client;
  run.step('FETCH#populate-request-from-client', 'client', 'null', 'no policies');
  const cspList = { ...client.cspList, policies: [] };
  return {
    ...client,
    cspList,
    allowlists: [],
    origin: 'opaque',
    unsandboxedOrigin: 'opaque',
    ancestors: [],
    upgradesInsecureRequests: false,
    upgradesNavigationsTo: [],
  };
}

function applyEnvironment(client: Client, { environment }: Question): Client {
  if (environment === undefined) return client;
  const origin = (text: string) => {
    const url = parseUrl(text);
    return url === null ? 'opaque' : originOf(url);
  };
  return {
    ...client,
    origin: origin(environment.origin),
    unsandboxedOrigin: origin(environment.origin),
    ancestors: (environment.ancestors ?? []).map(origin),
  };
}

/** The part of a question that cannot be understood, or null. */
function unusablePart(question: Question): string | null {
  const { url, self, serviceWorker } = question;
  if (parseUrl(url) === null) return `the URL to connect to: ${url}`;
  if (self !== 'opaque' && parseUrl(self) === null) return `the URL of the policies' response: ${self}`;
  const responseUrl = serviceWorker?.responseUrl;
  if (typeof responseUrl === 'string' && parseUrl(responseUrl) === null)
    return `the response's URL: ${responseUrl}`;
  return unknownContext(question);
}

/** The context of a question, or of a creator of it, that there is none of; types forbid it, JSON does not. */
function unknownContext({ context = 'document', creator }: Delivered): string | null {
  if (!Object.hasOwn(contextTraits, context)) return `the context: ${context}`;
  return creator === undefined ? null : unknownContext(creator);
}

const unusable = (what: string): Explanation =>
  failed({ anchor: 'FETCH#concept-main-fetch', what: 'parse', operands: what, outcome: 'failure' });

/** The constructor of `Request` throws for a URL that includes credentials. No policy is asked, and nothing reported. */
function refusesUrl({ request, url }: Question): boolean {
  return request?.refusesCredentials === true && (parseUrl(url) as UrlRecord).includesCredentials;
}

/** It ends with this step, before there is a request. */
function failed(step: Step): Explanation {
  return {
    verdict: 'blocked',
    by: 'url',
    directive: null,
    matched: null,
    blockedAtHop: null,
    contacted: [],
    alsoBlockedBy: [],
    disputed: [],
    violations: [],
    steps: [step],
  };
}
