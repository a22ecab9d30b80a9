import type { Context } from '../contexts/context.ts';
import type { Mechanism } from '../mechanisms/mechanism.ts';
import { answerFetches } from './answer.ts';
import { Collector } from './collector.ts';
import { createContext } from './create.ts';
import { CHANNEL, type Message, type PagePlan, PLAN_ID, READY } from './plan.ts';
import { run } from './run.ts';
import type { Up } from './up.ts';

/**
 * The agent: runs in every document and worker of a scenario. A document finds its plan in its markup; a worker is
 * handed it in its first message. What it sees goes up, global by global, to the top-level page the engine reads.
 */
export function startAgent(mechanisms: readonly Mechanism[], contexts: readonly Context[]): void {
  if (typeof document === 'object') startInDocument(mechanisms, contexts);
  else startInWorker(mechanisms, contexts);
}

function startInDocument(mechanisms: readonly Mechanism[], contexts: readonly Context[]): void {
  const above = window.parent !== window ? window.parent : (window.opener as Window | null);
  const up = wayUp(above);
  const carrier = document.getElementById(PLAN_ID);
  if (carrier === null) return; // a host page: it only collects
  const plan = JSON.parse(carrier.textContent ?? '') as PagePlan;
  if (plan.create !== null) void createContext(plan, contexts, up);
  else if (!plan.held) run(plan, mechanisms, up);
  else {
    addEventListener('message', ({ data }) => run(data[CHANNEL] as PagePlan, mechanisms, up), { once: true });
    above?.postMessage({ [READY]: true }, '*');
  }
}

/** Messages go to the parent or the opener; a page that has neither keeps them for the engine. */
function wayUp(above: Window | null): Up {
  if (above) return (message) => above.postMessage({ [CHANNEL]: message }, '*');
  const collector = new Collector();
  (window as unknown as Record<string, unknown>)[CHANNEL] = collector;
  addEventListener('message', (event) => collector.take(event));
  return (message) => collector.keep(message);
}

function startInWorker(mechanisms: readonly Mechanism[], contexts: readonly Context[]): void {
  const answer = answerFetches();
  const hear = (target: { addEventListener: EventTarget['addEventListener'] }, reply?: MessagePort) =>
    target.addEventListener('message', (event) => {
      const { data, source } = event as MessageEvent;
      if (!data?.[CHANNEL]) return;
      const plan = data[CHANNEL] as PagePlan;
      const above = (reply ?? source ?? globalThis) as { postMessage(message: unknown): void };
      const up = (message: Message) => above.postMessage({ [CHANNEL]: message });
      if (plan.answer !== undefined) answer(plan.answer);
      if (plan.create !== null) void createContext(plan, contexts, up);
      else if (plan.held) above.postMessage({ [READY]: true });
      else run(plan, mechanisms, up);
    });
  hear(globalThis);
  // A shared worker is reached through the port of each connection.
  globalThis.addEventListener('connect', (event) => {
    const port = (event as MessageEvent).ports[0] as MessagePort;
    hear(port, port);
    port.start();
  });
}
