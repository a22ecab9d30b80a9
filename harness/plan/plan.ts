import type { z } from 'zod';
import type { Context } from '../catalogue/context.ts';
import type { Mechanism } from '../catalogue/mechanism.ts';
import type { MetaPlacementName } from './meta-placements.ts';
import type { cors, Scenario } from './scenario.ts';

/** Policies in the lists they are delivered in. */
export interface Delivered {
  policy: string[];
  reportOnly: string[];
  meta: string[];
  /** Connection-Allowlist, one string a header line. */
  allowlist: string[];
  /** Connection-Allowlist-Report-Only, one string a header line. */
  allowlistReportOnly: string[];
}

export interface PlannedHop {
  status: 301 | 302 | 303 | 307 | 308;
  to: string;
  cors: z.infer<typeof cors>;
}

/** Where a connection goes and what its server answers. */
export interface PlannedTarget {
  url: string;
  redirects: PlannedHop[];
  cors: z.infer<typeof cors>;
  status: number;
  options: Record<string, unknown>;
}

/** A document with everything filled in that its scenario left to the defaults. */
export interface PlannedDocument extends Delivered {
  /** `scenario/hash of what defines the document`. */
  id: string;
  page: string;
  context: Context;
  /** Set where the creator has policies of its own, other than the document's. */
  creator: Delivered | null;
  metaPlacement: MetaPlacementName;
  metaName: string;
  markup: string;
  status: number;
  reports: 'report-uri' | 'report-to' | null;
  /** Where reports go, as seen from the page. */
  collector: 'same-origin' | 'same-site' | 'cross-site';
}

/** A connection: one mechanism aimed at one target from one document. In a browser it is a case. */
export interface PlannedCase {
  /** `scenario/document/mechanism/target`; made of content only, so that it never changes its meaning. */
  id: string;
  document: PlannedDocument;
  mechanism: Mechanism;
  target: PlannedTarget;
  expected: 'allowed' | 'blocked';
}

/** A scenario, ready to be run. */
export interface PlannedScenario {
  scenario: Scenario;
  /** The file of the corpus, without its ending: the rule it belongs to. */
  rule: string;
  /** The file to name in errors. */
  file: string;
  documents: PlannedDocument[];
  cases: PlannedCase[];
}

/**
 * The hop at which the connection has reached its target: mechanisms that do not follow redirects stop at the first, and
 * none follows one to a URL that is not http(s) (FETCH#concept-http-redirect-fetch step 6).
 */
export function finalHop({ mechanism, target }: Pick<PlannedCase, 'mechanism' | 'target'>): number {
  if (mechanism.request(target.options).redirect !== 'follow') return 0;
  const ends = target.redirects.findIndex(({ to }) => !/^https?:/.test(to));
  return ends < 0 ? target.redirects.length : ends;
}

/**
 * Whether the API refuses this URL itself, whatever the policy: one with a user name or a password, where the API makes a
 * `Request` of it (FETCH#dom-request).
 */
export function refusesUrl(mechanism: Mechanism, url: string): boolean {
  const { username, password } = new URL(url);
  return mechanism.refusesCredentials === true && (username !== '' || password !== '');
}

/** Whether a mechanism exists in the context's global, where it can be called from, and takes the URL's scheme. */
export const takes = (
  mechanism: Mechanism,
  url: string,
  { global, agentIs }: Pick<Context, 'global' | 'agentIs'>,
): boolean =>
  mechanism.schemes.includes(url.slice(0, url.indexOf(':'))) &&
  mechanism.globals.includes(global) &&
  !(agentIs === 'called' && mechanism.syntax);

/** Every URL of a target as its scenario names it, from the one that is called to the one the last redirect leads to. */
export const urlsOf = ({ url, redirects }: PlannedTarget): string[] => [
  url,
  ...redirects.map(({ to }) => to),
];
