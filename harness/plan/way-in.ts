import { UserError } from '../errors.ts';
import { type Policy, parseSerializedPolicy } from '../spec/explain.ts';
import {
  allowlistStops,
  allowlistsOf,
  deciding,
  type Governing,
  type GoverningAllowlist,
  makesNoAllowlist,
  policiesOf,
  script,
  stops,
  stopsAllScript,
  urlOf,
} from './agent-loads.ts';
import type { PlannedDocument, PlannedScenario } from './plan.ts';

/**
 * How the agent gets into the opened document. Its policies are delivered as they are written, in each case.
 *
 * - `script`: by a `<script src>` of its own, which no policy stops.
 * - `injected`: the document is opened as a page of its own, without that element, and the browser's driver evaluates the
 *   agent there. No policy governs that, and none is lifted: what the agent then opens is governed as ever.
 * - `impossible`: the global cannot come to be, or nothing can be brought into it.
 */
export interface WayIn {
  how: 'script' | 'injected' | 'impossible';
  /** Why it is not by script; empty where it is. */
  because: string;
}

const byScript: WayIn = { how: 'script', because: '' };

/** The variable by which every document is injected that can be: no verdict may move by that. */
const FORCED = 'CONNECT_SRC_WAY_IN';

const known = new WeakMap<PlannedDocument, WayIn>();

/** How the agent gets into a document. */
export function wayInto(document: PlannedDocument, env: NodeJS.ProcessEnv = process.env): WayIn {
  const found = known.get(document) ?? find(document);
  known.set(document, found);
  if (found.how === 'script' && env[FORCED] === 'injected')
    return { how: 'injected', because: `${FORCED} asks for it` };
  return found;
}

/** A document into which nothing can be brought has no answer: reject it before anything runs. */
export function checkWayIn({ documents, file, scenario }: PlannedScenario): void {
  for (const [index, document] of documents.entries()) {
    const { how, because } = wayInto(document);
    if (how === 'impossible')
      throw new UserError(
        `${file}: scenario "${scenario.id}", document ${index + 1}: not possible under this policy: ${because}`,
        'Try the context "document", or a policy that lets this one come to be.',
      );
  }
}

function find(document: PlannedDocument): WayIn {
  let way = byScript;
  const ways = [
    ...policiesOf(document).map((policy) => under(policy, document)),
    ...allowlistsOf(document).map((allowlist) => underAllowlist(allowlist, document)),
  ];
  for (const found of ways) {
    if (found.how === 'impossible') return found;
    if (found.how === 'injected') way = found;
  }
  return way;
}

/** What one policy leaves of the ways in. */
function under(governing: Governing, document: PlannedDocument): WayIn {
  const { text, source, loads, of } = governing;
  const { context } = document;
  const policy = parseSerializedPolicy(text, source, 'enforce');
  const load = loads.find((one) => one !== script && stops(policy, one, document));
  if (load !== undefined)
    return impossible(`\`${text}\` stops ${urlOf(load, document)}, of which a ${context.name} is made`);
  if (stopsAllScript(policy)) {
    const sandbox = ['sandbox', ...(policy.directives.get('sandbox') ?? [])].join(' ');
    return impossible(`\`${sandbox}\` lets no script run, so that nothing connects`);
  }
  const why = loads.includes(script) ? scriptStopped(policy, document) : null;
  const because = why ?? (source === 'header' && context.opened === 'framed' ? whyNotFramed(policy) : null);
  return because === null ? byScript : brought(because, of, document);
}

/** What an allowlist leaves of the ways in. */
function underAllowlist(allowlist: GoverningAllowlist, document: PlannedDocument): WayIn {
  const { lines, loads, of } = allowlist;
  const header = `\`Connection-Allowlist: ${lines.join(', ')}\``;
  const stopped = loads.filter((load) => allowlistStops(allowlist, load, document));
  const load = stopped.find((one) => one !== script);
  if (load !== undefined)
    return impossible(
      `${header} stops ${urlOf(load, document)}, of which a ${document.context.name} is made`,
    );
  if (stopped.length > 0) return brought(`${header} stops a script of the harness`, of, document);
  return makesNoAllowlist(allowlist)
    ? brought(`${header} is none, and a browser may take it for one that stops all`, of, document)
    : byScript;
}

/** The way in where no script of the agent's comes in by itself. */
function brought(because: string, of: Governing['of'], { context }: PlannedDocument): WayIn {
  if (!context.created) return { how: 'injected', because };
  // The creator can be injected, its child cannot: it must not be under the policy as well.
  const inherits =
    context.own === undefined || (context.loads ?? []).some(({ url }) => /^(blob|data):/.test(url));
  return of === 'creator' && !inherits
    ? { how: 'injected', because }
    : impossible(`${because} in a ${context.name}`);
}

/** Why a host page, which is of the same origin, may not frame it, or null. */
function whyNotFramed({ directives }: Policy): string | null {
  const ancestors = directives.get('frame-ancestors');
  return ancestors === undefined || ancestors.some((one) => /^('self'|\*|https?:)$/i.test(one))
    ? null
    : `\`frame-ancestors ${ancestors.join(' ')}\` lets no page of the harness frame it`;
}

const impossible = (because: string): WayIn => ({ how: 'impossible', because });

/** Why the agent's own `<script src>` does not run, or null. */
function scriptStopped(policy: Policy, document: PlannedDocument): string | null {
  const found = deciding(policy, script);
  // The agent's element is put in by the parser, and has no nonce.
  const isStrict = found?.sources.some((one) => /^'strict-dynamic'$/i.test(one));
  if (found && (isStrict || stops(policy, script, document)))
    return `\`${[found.name, ...found.sources].join(' ')}\` stops a script of the harness`;
  if (policy.directives.has('require-trusted-types-for') && document.context.created)
    return '`require-trusted-types-for` stops what makes the global';
  return null;
}
