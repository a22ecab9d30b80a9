import type { Load } from '../catalogue/context.ts';
import { parseResponseAllowlists } from '../connection-allowlist/parse-response.ts';
import type { Run } from '../connection-allowlist/run.ts';
import { effectiveDirective, explain, fallbackList, type Policy, serializePolicy } from '../spec/explain.ts';
import { documentUrl, ownUrl } from './address.ts';
import { delivery } from './delivery.ts';
import type { Delivered, PlannedDocument } from './plan.ts';
import { AGENT_PATH } from './world.ts';

/** A load, whoever makes it. */
export type Loaded = Omit<Load, 'by'>;

/** What every document loads that runs the agent. */
export const script: Loaded = { destination: 'script', url: 'agent' };

/** One policy of a document or of its creator, and what those load who are under it. */
export interface Governing {
  text: string;
  source: Policy['source'];
  loads: readonly Loaded[];
  /** Whose: those that come with the global's own response or markup, or those of the document that creates it. */
  of: Load['by'];
}

/** The Connection-Allowlist of a document or of its creator, a string a header line, and what those load who are under it. */
export interface GoverningAllowlist extends Pick<Governing, 'loads' | 'of'> {
  lines: readonly string[];
}

/** The enforced policies under which a document or its creator loads something, and what. */
export const policiesOf = (document: PlannedDocument): Governing[] =>
  deliveries(document).flatMap(({ delivered, loads, of }) => governing(delivered, loads, of));

/** The allowlists under which a document or its creator loads something, and what; those that only report do not count. */
export const allowlistsOf = (document: PlannedDocument): GoverningAllowlist[] =>
  deliveries(document)
    .filter(({ delivered }) => delivered.allowlist.length > 0)
    .map(({ delivered, loads, of }) => ({ lines: delivered.allowlist, loads, of }));

/** What comes with a document and with its creator, and what those load who are under it. */
function deliveries(
  document: PlannedDocument,
): { delivered: Delivered; loads: readonly Loaded[]; of: Load['by'] }[] {
  const { context } = document;
  const { own, creator } = delivery(document);
  const by = (who: Load['by']) => (context.loads ?? []).filter((load) => load.by === who);
  // A worker's own response is the agent already.
  const ofOwn = context.own === 'script' ? by('own') : [script, ...by('own')];
  return [
    ...(creator === null
      ? []
      : [{ delivered: creator, loads: [script, ...by('creator')], of: 'creator' as const }]),
    { delivered: own, loads: ofOwn, of: 'own' },
  ];
}

/** A header line may hold several policies. */
const governing = ({ policy, meta }: Delivered, loads: readonly Loaded[], of: Load['by']): Governing[] => [
  ...policy
    .flatMap((line) => line.split(','))
    .map((text) => ({ text: text.trim(), source: 'header' as const, loads, of })),
  ...meta.map((text) => ({ text, source: 'meta' as const, loads, of })),
];

/** Whether a policy stops a load. That 'strict-dynamic' has no trust in what a parser puts in, `way-in.ts` looks after. */
export function stops(policy: Policy, load: Loaded, document: PlannedDocument): boolean {
  // Most policies have no directive that governs it.
  if (deciding(policy, load) === null) return false;
  const { verdict } = explain({
    [policy.source === 'header' ? 'policy' : 'meta']: serializePolicy(policy),
    self: documentUrl(document),
    url: urlOf(load, document),
    request: { destination: load.destination },
  });
  return verdict === 'blocked';
}

/** Whether an allowlist stops a load. All responses that it comes with are of the page's origin. */
export const allowlistStops = (
  { lines }: GoverningAllowlist,
  load: Loaded,
  document: PlannedDocument,
): boolean =>
  explain({
    allowlist: lines,
    self: documentUrl(document),
    url: urlOf(load, document),
    request: { destination: load.destination },
  }).verdict === 'blocked';

/** Whether the lines make no allowlist by the draft: a browser may take them for an empty one, which stops all. */
export const makesNoAllowlist = ({ lines }: GoverningAllowlist): boolean =>
  parseResponseAllowlists({ allowlist: lines, allowlistReportOnly: [], origin: 'null' }, unrecorded)
    .length === 0;

const unrecorded: Run = { step: () => {}, under: (_id, text) => text };

/** Whether a policy keeps all script from running. In a meta element its `sandbox` does nothing. */
export function stopsAllScript({ source, directives }: Policy): boolean {
  const sandbox = source === 'header' ? directives.get('sandbox') : undefined;
  return sandbox !== undefined && !sandbox.some((flag) => flag.toLowerCase() === 'allow-scripts');
}

/** The directive of a policy that decides about a load, by itself or as a fallback, and its sources; null where it has none. */
export function deciding(
  { directives }: Policy,
  load: Loaded,
): { name: string; sources: readonly string[] } | null {
  const name = fallbackList(directiveOf(load)).find((one) => directives.has(one));
  return name === undefined ? null : { name, sources: directives.get(name) ?? [] };
}

/** The directive that governs a load. */
export const directiveOf = ({ destination }: Loaded): string =>
  effectiveDirective({ destination, initiator: '' }) as string;

/** The URL of a load. */
export function urlOf({ url }: Loaded, document: PlannedDocument): string {
  const opened = documentUrl(document);
  if (url === 'agent') return new URL(AGENT_PATH, opened).href;
  if (url === 'own') return ownUrl(opened, document.context.own ?? 'document');
  return url === 'blob:' ? `blob:${new URL(opened).origin}/agent` : 'data:,';
}
