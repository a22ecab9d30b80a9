import { effectiveDirective } from './effective-directive.ts';
import type { Evaluation } from './evaluation.ts';
import type { Client } from './inherit.ts';
import { type Disposition, type Policy, serializePolicy } from './policy.ts';
import { type FetchRequest, urlOf } from './request.ts';
import { stripUrl } from './strip-url.ts';

/** A violation that script is told of in an event, with that event's fields. Reports carry the same. */
export interface Violation {
  disposition: Disposition;
  effectiveDirective: string;
  /** Another name of `effectiveDirective`. */
  violatedDirective: string;
  blockedURI: string;
  documentURI: string;
  referrer?: string;
  /**
   * The status of the page's or worker's own response; null where it has none, and the text, which asks for that of "the
   * resource for which the global object was instantiated" (CSP#violation-status), does not say what is told instead.
   */
  statusCode: number | null;
  /** The violated policy in canonical form; compare policies, not their text. */
  originalPolicy: string;
  sample: '';
  /** Where the event is fired: at the document, or at the worker's global scope. */
  target: 'document' | 'worker';
  /** The position of the policy in the global's list: enforced headers, report-only headers, then meta elements. */
  policyIndex: number;
  /** How often the text fires this very event: a report-only policy is asked at every hop, and of the response. */
  times: number;
  /** Such repetitions are contested (csp#781): one event is enough. */
  atLeastOnce: boolean;
  /**
   * The event may stay out: only the response check fires it, mixed content may have stopped the request first, or no step
   * says that it is fired.
   */
  optional: boolean;
}

/** Gathers the violations of one fetch. */
export class Violations {
  readonly #client: Client;
  readonly #indexOf: ReadonlyMap<Policy, number>;
  readonly #violations = new Map<string, Violation>();

  constructor(client: Client) {
    this.#client = client;
    this.#indexOf = new Map(client.cspList.policies.map((policy, index) => [policy, index]));
  }

  /** All of them, in the order of their first event. */
  get list(): Violation[] {
    return [...this.#violations.values()];
  }

  /** Creates a violation (CSP#create-violation-for-request) and reports it (CSP#report-violation). */
  report(request: FetchRequest, policy: Policy, mayStayOut: boolean, run: Evaluation): void {
    const optional = mayStayOut || request.violationsOptional;
    // Step 1: The effective directive, and not the one that stood in for it.
    const directive = effectiveDirective(request) ?? '';
    // Step 3: The request's URL, and not its current URL: a redirect's target must not be found out.
    const blockedURI = stripUrl(urlOf(request));
    this.#add(policy, directive, blockedURI, optional, run);
  }

  /**
   * Reports that a policy blocks WebRTC, CSP#should-block-rtc-connection. The violation's resource is null, and the text
   * does not say what is shown of that: here the empty string. When it is reported is up to WebRTC, so it may stay out.
   */
  reportRtcConnection(policy: Policy, run: Evaluation): void {
    this.#add(policy, 'webrtc', '', true, run);
  }

  #add(policy: Policy, directive: string, blockedURI: string, optional: boolean, run: Evaluation): void {
    const client = this.#client;
    const policyIndex = this.#indexOf.get(policy) ?? 0;
    run.step(
      'CSP#create-violation-for-request',
      `${directive}, ${policy.disposition}`,
      blockedURI,
      'violation',
    );
    const key = `${policyIndex} ${blockedURI}`;
    const same = this.#violations.get(key);
    if (same !== undefined) {
      same.times += 1;
      same.optional &&= optional;
      return;
    }
    // Step 2: CSP#create-violation-for-global.
    this.#violations.set(key, {
      disposition: policy.disposition,
      effectiveDirective: directive,
      violatedDirective: directive,
      blockedURI,
      documentURI: client.url === null ? '' : stripUrl(client.url),
      ...(client.referrer === null ? {} : { referrer: stripUrl(client.referrer) }),
      statusCode: client.status,
      originalPolicy: serializePolicy(policy),
      sample: '',
      target: client.global,
      policyIndex,
      times: 1,
      atLeastOnce: policy.disposition === 'report',
      optional,
    });
  }
}
