import type { Load } from '../contexts/context.ts';
import { UserError } from '../errors.ts';
import {
  effectiveDirective,
  explain,
  type Policy,
  parseSerializedPolicy,
  serializePolicy,
} from '../spec/explain.ts';
import { documentUrl, ownUrl } from './address.ts';
import { delivery } from './delivery.ts';
import type { Delivered, PlannedDocument, PlannedScenario } from './plan.ts';
import { AGENT_PATH } from './world.ts';

/** A load, whoever makes it. */
type Loaded = Omit<Load, 'by'>;

/** What every document loads that runs the agent. */
const script: Loaded = { destination: 'script', url: 'agent' };

/** A policy that stops the page's own agent would leave nothing to see: reject it before anything runs. */
export function checkAgent({ documents, file, scenario }: PlannedScenario): void {
  for (const document of documents)
    for (const policy of policiesOf(document)) {
      const mended = mend(policy, document);
      if (mended === null) continue;
      throw new UserError(
        `${file}: scenario "${scenario.id}": the policy "${policy.text}" stops the page’s own agent (${mended.stopped})`,
        `Write it as "${mended.text}": connect-src stays as it is.`,
      );
    }
}

/** One policy of a document or of its creator, and what those load who are under it. */
interface Governing {
  text: string;
  source: Policy['source'];
  loads: readonly Loaded[];
}

function policiesOf(document: PlannedDocument): Governing[] {
  const { context } = document;
  const { own, creator } = delivery(document);
  const by = (who: Load['by']) => (context.loads ?? []).filter((load) => load.by === who);
  // A worker's own response is the agent already.
  const ofOwn = context.own === 'script' ? by('own') : [script, ...by('own')];
  return [
    ...(creator === null ? [] : governing(creator, [script, ...by('creator')])),
    ...governing(own, ofOwn),
  ];
}

/** A header line may hold several policies. */
const governing = ({ policy, meta }: Delivered, loads: readonly Loaded[]): Governing[] => [
  ...policy
    .flatMap((line) => line.split(','))
    .map((text) => ({ text: text.trim(), source: 'header' as const, loads })),
  ...meta.map((text) => ({ text, source: 'meta' as const, loads })),
];

/** What a policy stops of the agent, and the policy with as much added as lets all of it through; null where nothing is stopped. */
function mend(
  { text, source, loads }: Governing,
  document: PlannedDocument,
): { stopped: string; text: string } | null {
  let policy = parseSerializedPolicy(text, source, 'enforce');
  let first: string | null = null;
  const sandbox = policy.directives.get('sandbox');
  // In a meta element the directive does nothing.
  if (source === 'header' && sandbox && !sandbox.some((flag) => flag.toLowerCase() === 'allow-scripts')) {
    first = 'no script runs';
    policy = withValue(policy, 'sandbox', 'allow-scripts');
  }
  // What is added may stand in for another directive's fallback: look again until nothing is stopped.
  for (;;) {
    const stopped = loads.find((load) => stops(policy, load, document));
    if (stopped === undefined) break;
    first ??= urlOf(stopped, document);
    policy = withValue(policy, directiveFor(stopped, policy), sourceFor(stopped));
  }
  return first === null ? null : { stopped: first, text: serializePolicy(policy) };
}

function stops(policy: Policy, load: Loaded, document: PlannedDocument): boolean {
  const { verdict } = explain({
    [policy.source === 'header' ? 'policy' : 'meta']: serializePolicy(policy),
    self: documentUrl(document),
    url: urlOf(load, document),
    request: { destination: load.destination },
  });
  return verdict === 'blocked';
}

function urlOf({ url }: Loaded, document: PlannedDocument): string {
  const opened = documentUrl(document);
  if (url === 'agent') return new URL(AGENT_PATH, opened).href;
  if (url === 'own') return ownUrl(opened, document.context.own ?? 'document');
  return url === 'blob:' ? `blob:${new URL(opened).origin}/agent` : 'data:,';
}

/** The source expression that lets a load in. */
const sourceFor = ({ url }: Loaded): string => (url === 'agent' || url === 'own' ? "'self'" : url);

/** The directive that decides about a load; script-src speaks for script-src-elem unless that stands there. */
function directiveFor({ destination }: Loaded, { directives }: Policy): string {
  const name = effectiveDirective({ destination, initiator: '' }) as string;
  return name === 'script-src-elem' && !directives.has(name) ? 'script-src' : name;
}

/** The policy with one more value in one directive; 'none' is nothing beside another. */
function withValue(policy: Policy, directive: string, value: string): Policy {
  const before = (policy.directives.get(directive) ?? []).filter((each) => each.toLowerCase() !== "'none'");
  return { ...policy, directives: new Map(policy.directives).set(directive, [...before, value]) };
}
