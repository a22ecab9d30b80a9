import { UserError } from '../../errors.ts';
import { type Policy, parseSerializedPolicy, serializePolicy } from '../../spec/explain.ts';
import {
  directiveOf,
  type Governing,
  type Loaded,
  policiesOf,
  stops,
  stopsAllScript,
  urlOf,
} from '../agent-loads.ts';
import type { PlannedDocument, PlannedScenario } from '../plan.ts';

/** A policy that stops the page's own agent would leave nothing to see: reject it before anything runs. */
export function checkAgent({ documents, file, scenario }: PlannedScenario): void {
  for (const document of documents)
    for (const policy of policiesOf(document)) {
      const corrected = correct(policy, document);
      if (corrected === null) continue;
      throw new UserError(
        `${file}: scenario "${scenario.id}": the policy "${policy.text}" stops the page’s own agent (${corrected.stopped})`,
        `Write it as "${corrected.text}": connect-src stays as it is.`,
      );
    }
}

/** What a policy stops of the agent, and the policy with as much added as lets all of it through; null where nothing is stopped. */
function correct(
  { text, source, loads }: Governing,
  document: PlannedDocument,
): { stopped: string; text: string } | null {
  let policy = parseSerializedPolicy(text, source, 'enforce');
  let first: string | null = null;
  if (stopsAllScript(policy)) {
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

/** The source expression that lets a load in. */
const sourceFor = ({ url }: Loaded): string => (url === 'agent' || url === 'own' ? "'self'" : url);

/** The directive that decides about a load; script-src speaks for script-src-elem unless that stands there. */
function directiveFor(load: Loaded, { directives }: Policy): string {
  const name = directiveOf(load);
  return name === 'script-src-elem' && !directives.has(name) ? 'script-src' : name;
}

/** The policy with one more value in one directive; 'none' is nothing beside another. */
function withValue(policy: Policy, directive: string, value: string): Policy {
  const before = (policy.directives.get(directive) ?? []).filter((each) => each.toLowerCase() !== "'none'");
  return { ...policy, directives: new Map(policy.directives).set(directive, [...before, value]) };
}
