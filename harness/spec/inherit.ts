import type { ConnectionAllowlist } from '../connection-allowlist/allowlist.ts';
import { parseResponseAllowlists } from '../connection-allowlist/parse-response.ts';
import { type ContextKind, contextTraits } from './context-kinds.ts';
import type { Evaluation } from './evaluation.ts';
import { type MetaElement, policyOfMetaElement } from './meta-element.ts';
import { asArray, type HeaderLines, parseResponsePolicies } from './parse-response-policies.ts';
import type { CspList } from './policy.ts';
import { sandboxesOrigin } from './sandbox.ts';
import { type Origin, originOf, parseUrl, serializeOrigin, type UrlRecord } from './url-record.ts';

/** How policies reach one global, and what the global is. */
export interface Delivered {
  /** Content-Security-Policy, a string per header line. */
  policy?: HeaderLines;
  /** Content-Security-Policy-Report-Only, a string per header line. */
  reportOnly?: HeaderLines;
  /** Connection-Allowlist, a string per header line. */
  allowlist?: HeaderLines;
  /** Connection-Allowlist-Report-Only, a string per header line. */
  allowlistReportOnly?: HeaderLines;
  /** `<meta>` elements in order; a string is the content of one that stands in head. Workers have none. */
  meta?: MetaElement | readonly MetaElement[];
  /** The URL of the response that the policies came with, or `opaque` for one of opaque origin. */
  self: string;
  /** The global's own URL; default `self`, or what its kind has (about:srcdoc, data:, …). */
  page?: string;
  /** The status of the response the global was made from; default 200. An initial about:blank has none. */
  status?: number;
  /** The document's referrer. */
  referrer?: string;
  /** What kind of global it is; default `document`. */
  context?: ContextKind;
  /** The global that created it: its embedder, its owner, or the maker of its blob: URL. */
  creator?: Delivered;
}

/** The parts of an environment settings object that the algorithms look at. */
export interface Client {
  readonly cspList: CspList;
  /** Its policy container's connection allowlists. */
  readonly allowlists: readonly ConnectionAllowlist[];
  readonly global: 'document' | 'worker';
  readonly url: UrlRecord | null;
  /** Null where no response made it. */
  readonly status: number | null;
  readonly referrer: UrlRecord | null;
  readonly origin: Origin;
  /** What its origin would be without a sandbox directive. */
  readonly unsandboxedOrigin: Origin;
  /** The origins of the documents around it, from the inside out. */
  readonly ancestors: readonly Origin[];
  /** Its insecure requests policy is Upgrade. */
  readonly upgradesInsecureRequests: boolean;
  /** Its upgrade insecure navigations set: the hosts, with their ports, whose pages have asked for upgrades. */
  readonly upgradesNavigationsTo: ReadonlyArray<Pick<UrlRecord, 'host' | 'port'>>;
}

/**
 * Makes the client of a request from how its policies were delivered.
 *
 * A global with a response of its own has that response's policies and nothing else; one made from a local URL has
 * a copy of its creator's, self-origin included. Where a kind inherits and no creator is named, the delivery
 * describes the creator.
 */
export function createClient(delivered: Delivered, run: Evaluation): Client {
  const kind = delivered.context ?? 'document';
  const traits = contextTraits[kind];
  const { creator: named, context: _, ...own } = delivered;
  const describesCreator = traits.policies === 'creator' && named === undefined;
  const creator = describesCreator ? own : named;
  const parent = creator === undefined ? null : createClient(creator, run);
  const inherited = traits.policies === 'creator' ? parent : null;
  const start = inherited?.cspList ?? cspListOfResponse(delivered, run);
  run.step(
    traits.anchor,
    `${kind}: policies of ${inherited === null ? 'its own response' : 'its creator'}`,
    `self-origin ${serializeOrigin(start.selfOrigin)}`,
    String(start.policies.length),
  );
  const hasMeta = traits.global === 'document' && !describesCreator;
  const cspList = hasMeta ? withMetaElements(start, delivered, run) : start;
  const page = describesCreator ? undefined : delivered.page;
  const url = parseUrl(page ?? traits.url ?? delivered.self);
  const origins = {
    response: url === null ? start.selfOrigin : originOf(url),
    creator: parent?.origin ?? 'opaque',
    opaque: 'opaque',
  } as const;
  const asksForUpgrades = upgrades(cspList, run);
  const creatorUpgrades = inheritsUpgrade(traits.inheritsUpgrade, parent, run);
  const sandboxed = traits.global === 'document' && sandboxesOrigin(start, run);
  return {
    cspList,
    allowlists: inherited?.allowlists ?? allowlistsOfResponse(delivered, run),
    global: traits.global,
    url,
    status: traits.withoutResponse ? null : (delivered.status ?? 200),
    referrer: delivered.referrer === undefined ? null : parseUrl(delivered.referrer),
    origin: sandboxed ? 'opaque' : origins[traits.origin],
    unsandboxedOrigin: origins[traits.origin],
    ancestors: traits.embedded && parent !== null ? [parent.origin, ...parent.ancestors] : [],
    upgradesInsecureRequests: asksForUpgrades || creatorUpgrades,
    upgradesNavigationsTo: [
      ...(asksForUpgrades && url !== null ? [url] : []),
      ...(creatorUpgrades ? (parent?.upgradesNavigationsTo ?? []) : []),
    ],
  };
}

/** The CSP list of a response: `'self'` is the origin of its URL, even where the document's own is opaque. */
function cspListOfResponse({ policy, reportOnly, self }: Delivered, run: Evaluation): CspList {
  return { policies: parseResponsePolicies(policy, reportOnly, run), selfOrigin: originOfResponse(self) };
}

/** The origin of the URL of a response, which `'self'` and `response-origin` stand for. */
function originOfResponse(self: string): Origin {
  const url = parseUrl(self);
  return url === null ? 'opaque' : originOf(url);
}

/** The connection allowlists of a response (CA#html); no meta element delivers any. */
function allowlistsOfResponse(
  { allowlist, allowlistReportOnly, self }: Delivered,
  run: Evaluation,
): ConnectionAllowlist[] {
  if (allowlist === undefined && allowlistReportOnly === undefined) return [];
  const origin = originOfResponse(self);
  const response = {
    allowlist: asArray(allowlist),
    allowlistReportOnly: asArray(allowlistReportOnly),
    origin: origin === 'opaque' ? 'null' : serializeOrigin(origin),
  };
  return parseResponseAllowlists(response, run);
}

function withMetaElements(start: CspList, { meta }: Delivered, run: Evaluation): CspList {
  const added = asArray(meta).map((element) => policyOfMetaElement(element, run));
  return { ...start, policies: [...start.policies, ...added.filter((policy) => policy !== null)] };
}

/** upgrade-insecure-requests counts in enforced policies only. */
function upgrades({ policies }: CspList, run: Evaluation): boolean {
  const found = policies.some((policy) => {
    return policy.disposition === 'enforce' && policy.directives.has('upgrade-insecure-requests');
  });
  if (found) run.step('UIR#upgrade-request', 'upgrade-insecure-requests', null, 'Upgrade');
  return found;
}

/** Nested documents and workers upgrade when their creator does, whatever their own policies, UIR#nesting. Windows do not. */
function inheritsUpgrade(inherits: boolean, parent: Client | null, run: Evaluation): boolean {
  if (!inherits || parent === null || !parent.upgradesInsecureRequests) return false;
  run.step('UIR#nesting', 'insecure requests policy of the creator', null, 'Upgrade');
  return true;
}
