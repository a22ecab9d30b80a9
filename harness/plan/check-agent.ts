import { UserError } from '../errors.ts';
import { explain } from '../spec/explain.ts';
import { documentUrl } from './address.ts';
import { delivery } from './delivery.ts';
import type { Delivered, PlannedDocument, PlannedScenario } from './plan.ts';
import { AGENT_PATH } from './world.ts';

/** What the agent needs besides `connect-src`: its own script, and the worker or frame it is to run in. */
interface Need {
  destination: string;
  url: string;
  /** The directive to name in the fix. */
  directive: string;
}

/** A policy that stops the page's own agent would leave nothing to see: reject it before anything runs. */
export function checkAgent({ documents, file, scenario }: PlannedScenario): void {
  for (const document of documents) {
    const { own, creator } = delivery(document);
    const opened = documentUrl(document);
    const script: Need = {
      destination: 'script',
      url: new URL(AGENT_PATH, opened).href,
      directive: 'script-src',
    };
    const stopped = creator
      ? (find(creator, opened, [script, ...child(document, opened)]) ?? find(own, opened, [script]))
      : find(own, opened, [script]);
    if (stopped)
      throw new UserError(
        `${file}: scenario "${scenario.id}": the policy "${stopped.policy}" stops the page’s own agent (${stopped.need.url})`,
        `Add ${stopped.need.directive} ${new URL(stopped.need.url).protocol === 'blob:' ? 'blob:' : "'self'"} to the policy: it leaves connect-src as it is.`,
      );
  }
}

/** What the creator loads to make the global. */
function child({ context }: PlannedDocument, opened: string): Need[] {
  const origin = new URL(opened).origin;
  if (context.global !== 'window') {
    const url = context.own ? `${opened}/own.js` : `blob:${origin}/agent`;
    return [
      {
        destination: 'worker',
        url: context.name.includes('data') ? 'data:text/javascript,' : url,
        directive: 'worker-src',
      },
    ];
  }
  return context.own ? [{ destination: 'iframe', url: `${opened}/own.html`, directive: 'frame-src' }] : [];
}

function find(
  { policy, meta }: Delivered,
  self: string,
  needs: readonly Need[],
): { policy: string; need: Need } | null {
  for (const need of needs)
    for (const [index, text] of [...policy, ...meta].entries()) {
      const delivered = index < policy.length ? { policy: text } : { meta: text };
      const { verdict } = explain({
        ...delivered,
        self,
        url: need.url,
        request: { destination: need.destination },
      });
      if (verdict === 'blocked') return { policy: text, need };
    }
  return null;
}
