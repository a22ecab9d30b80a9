import type { Context, Creator } from '../contexts/context.ts';
import type { Mechanism } from '../mechanisms/mechanism.ts';
import { Collector } from './collector.ts';
import { CHANNEL, type Message, type PagePlan, PLAN_ID } from './plan.ts';
import { run } from './run.ts';

type Up = (message: Message) => void;

/**
 * The agent: runs in every document and worker of a scenario. A document finds its plan in its markup; a worker is
 * handed it in its first message. What it sees goes up, global by global, to the top-level page the engine reads.
 */
export function startAgent(mechanisms: readonly Mechanism[], contexts: readonly Context[]): void {
  if (typeof document === 'object') startInDocument(mechanisms, contexts);
  else startInWorker(mechanisms);
}

function startInDocument(mechanisms: readonly Mechanism[], contexts: readonly Context[]): void {
  const up = wayUp();
  const carrier = document.getElementById(PLAN_ID);
  if (carrier === null) return; // a host page: it only collects
  const plan = JSON.parse(carrier.textContent ?? '') as PagePlan;
  if (plan.create === null) run(plan, mechanisms, up);
  else createContext(plan, plan.create, contexts, up);
}

/** Messages go to the parent or the opener; a page that has neither keeps them for the engine. */
function wayUp(): Up {
  const above = window.parent !== window ? window.parent : (window.opener as Window | null);
  if (above) return (message) => above.postMessage({ [CHANNEL]: message }, '*');
  const collector = new Collector();
  (window as unknown as Record<string, unknown>)[CHANNEL] = collector;
  addEventListener('message', (event) => collector.take(event));
  return (message) => collector.keep(message);
}

function createContext(
  plan: PagePlan,
  create: NonNullable<PagePlan['create']>,
  contexts: readonly Context[],
  up: Up,
): void {
  const child: PagePlan = { ...plan, create: null };
  const failed = (error: unknown) =>
    up({
      kind: 'failed',
      document: plan.document,
      time: Date.now(),
      reason: `${create.context}: ${String(error)}`,
    });
  const creator: Creator = {
    own: create.own,
    agent: plan.agent,
    markup: create.markup,
    body: document.body,
    listen(source) {
      source.addEventListener('message', ({ data }) => {
        if (data?.[CHANNEL]) up(data[CHANNEL]);
      });
      // A worker whose script cannot be loaded says so here, and nowhere else.
      (source as unknown as EventTarget).addEventListener('error', (event) => {
        if (source !== (window as unknown)) failed((event as ErrorEvent).message ?? 'error event');
      });
    },
    start: (target) => target.postMessage({ [CHANNEL]: child }),
  };
  const context = contexts.find(({ name }) => name === create.context) as Required<Context>;
  Promise.resolve()
    .then(() => context.create(creator))
    .catch(failed);
}

function startInWorker(mechanisms: readonly Mechanism[]): void {
  const hear = (target: { addEventListener: EventTarget['addEventListener'] }, reply?: MessagePort) =>
    target.addEventListener('message', (event) => {
      const { data, source } = event as MessageEvent;
      if (!data?.[CHANNEL]) return;
      const answer = (reply ?? source ?? globalThis) as { postMessage(message: unknown): void };
      run(data[CHANNEL] as PagePlan, mechanisms, (message) => answer.postMessage({ [CHANNEL]: message }));
    });
  hear(globalThis);
  // A shared worker is reached through the port of each connection.
  globalThis.addEventListener('connect', (event) => {
    const port = (event as MessageEvent).ports[0] as MessagePort;
    hear(port, port);
    port.start();
  });
}
