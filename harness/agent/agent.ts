import type { ContextInPage } from '../catalogue/context.ts';
import type { MechanismInPage } from '../catalogue/mechanism.ts';
import { answerFetches } from './answer.ts';
import { Collector } from './collector.ts';
import { comeBack, comeBackAgain, speak } from './come-back.ts';
import { createContext } from './create.ts';
import { tellLacking } from './lacking.ts';
import {
  ANSWERING,
  type AnsweringPlan,
  CHANNEL,
  type Message,
  type PagePlan,
  PLAN_ID,
  READY,
  teller,
  type Up,
} from './protocol.ts';
import { run } from './run.ts';

/** The parts of the catalogue that run in a page, by name. */
type Mechanisms = Readonly<Record<string, MechanismInPage>>;
type Contexts = Readonly<Record<string, ContextInPage>>;

/**
 * The agent: runs in every document and worker of a scenario. A document finds its plan in its markup; a worker is
 * handed it in its first message, and a service worker that answers for a page has it in its script. What it sees goes
 * up, global by global, to the top-level page the engine reads.
 */
export function startAgent(mechanisms: Mechanisms, contexts: Contexts): void {
  if (typeof document === 'object') startInDocument(mechanisms, contexts);
  else startInWorker(mechanisms, contexts);
}

function startInDocument(mechanisms: Mechanisms, contexts: Contexts): void {
  const carrier = document.getElementById(PLAN_ID);
  const plan = carrier && (JSON.parse(carrier.textContent ?? '') as PagePlan);
  if (plan !== null && plan.away !== null) {
    const { after } = plan.away;
    comeBack(plan, plan.away, () => {
      if (after === null) openAfterReturn(plan, mechanisms);
      else openAndComeBack(plan, mechanisms, after);
    });
    return;
  }
  const above = window.parent !== window ? window.parent : (window.opener as Window | null);
  const collector = above === null ? installCollector() : null;
  const up: Up = collector
    ? (message) => collector.keep(message)
    : (message) => above?.postMessage({ [CHANNEL]: message }, '*');
  if (plan === null) {
    // A host page, which only collects. A page that creates a global hears it by itself.
    if (collector) addEventListener('message', (event) => collector.take(event));
    return;
  }
  const remove = () => window.frameElement?.remove();
  const open = (now: PagePlan) => run(now, mechanisms, up, plan.leaves ? remove : undefined);
  if (!plan.leaves) tellOfLeaving(plan, up);
  if (plan.needs !== null && !(plan.needs in Element.prototype)) {
    tellLacking(plan, up, `Element.prototype.${plan.needs} is not defined`);
    return;
  }
  if (plan.create !== null) void createContext(plan, contexts, up);
  else if (!plan.held) open(plan);
  else waitForRelease(above, open);
}

/** In a document that was come back to. */
function openAfterReturn(plan: PagePlan, mechanisms: Mechanisms): void {
  const up = speak();
  tellOfLeaving(plan, up);
  run(plan, mechanisms, up);
}

/**
 * In one that is left and come back to once more. What it has to tell when it goes, it tells when it is back; what script is
 * told after that depends on when the browser gets round to it, and is left out.
 */
function openAndComeBack(plan: PagePlan, mechanisms: Mechanisms, after: string): void {
  const told: Message[] = [];
  run(
    plan,
    mechanisms,
    (message) => told.push(message),
    () => {
      const known = told.splice(0);
      comeBackAgain(after, () => known.forEach(speak()));
    },
  );
}

/**
 * Says when the document is left. Already when it begins to leave: a browser may cancel what the document is loading
 * before it knows whether there is another document to go to.
 */
function tellOfLeaving(plan: PagePlan, up: Up): void {
  const tell = teller(plan, up);
  for (const name of ['beforeunload', 'pagehide']) addEventListener(name, () => tell({ kind: 'unloaded' }));
}

/** Announces the held document to its creator, and goes on when the plan comes once more. */
function waitForRelease(above: Window | null, go: (plan: PagePlan) => void): void {
  const hear = ({ data, source }: MessageEvent) => {
    if (source !== above || !data?.[CHANNEL]) return;
    removeEventListener('message', hear);
    go(data[CHANNEL] as PagePlan);
  };
  addEventListener('message', hear);
  above?.postMessage({ [READY]: true }, '*');
}

/** A page with neither parent nor opener keeps what is said, for the engine to read. */
function installCollector(): Collector {
  const collector = new Collector();
  (window as unknown as Record<string, unknown>)[CHANNEL] = collector;
  return collector;
}

function startInWorker(mechanisms: Mechanisms, contexts: Contexts): void {
  const answering = (globalThis as { [ANSWERING]?: AnsweringPlan })[ANSWERING];
  if (answering !== undefined) {
    answerFetches(answering);
    return;
  }
  const hear = (target: { addEventListener: EventTarget['addEventListener'] }, reply?: MessagePort) =>
    target.addEventListener('message', (event) => {
      const { data, source } = event as MessageEvent;
      if (!data?.[CHANNEL]) return;
      const plan = data[CHANNEL] as PagePlan;
      const above = (reply ?? source ?? globalThis) as { postMessage(message: unknown): void };
      const up = (message: Message) => above.postMessage({ [CHANNEL]: message });
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
