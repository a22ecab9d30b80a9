import type { ContextInPage, Creator, Task } from '../catalogue/context.ts';
import { tellLacking } from './lacking.ts';
import { CHANNEL, type PagePlan, READY, SOURCE, teller, type Up } from './protocol.ts';
import { keep } from './run.ts';

/** Has a context create the global that opens the connections, and passes up what it says, or why there is none. */
export async function createContext(
  plan: PagePlan,
  contexts: Readonly<Record<string, ContextInPage>>,
  up: Up,
): Promise<void> {
  const { create } = plan;
  if (create === null) return;
  const context = contexts[create.context] as ContextInPage;
  const tell = teller(plan, up);
  const missing = (await context.detect?.()) ?? null;
  if (missing !== null) {
    tellLacking(plan, up, missing);
    return;
  }
  const failed = (error: unknown) => tell({ kind: 'failed', reason: `${create.context}: ${String(error)}` });
  try {
    await context.create(creator(plan, create, up, failed));
  } catch (error) {
    failed(error);
  }
}

function creator(
  plan: PagePlan,
  create: NonNullable<PagePlan['create']>,
  up: Up,
  failed: (error: unknown) => void,
): Creator {
  const child: PagePlan = { ...plan, create: null };
  return {
    own: create.own,
    required: create.required,
    agent: plan.agent,
    get source() {
      return (globalThis as unknown as { [SOURCE]: string })[SOURCE];
    },
    worker: create.worker,
    markup: create.markup,
    get body() {
      return document.body;
    },
    listen(source, script) {
      keep(source);
      source.addEventListener('message', (event) => {
        if (event.data?.[CHANNEL]) up(event.data[CHANNEL]);
        if (event.data?.[READY]) release(child, event.source ?? (source as unknown as Window));
      });
      // A worker whose script cannot be loaded says so here, and nowhere else.
      for (const target of [source, script])
        if (target !== undefined && target !== globalThis)
          (target as EventTarget).addEventListener('error', (event) =>
            failed((event as ErrorEvent).message ?? 'error event'),
          );
    },
    late,
    start: (target, task) => target.postMessage({ [CHANNEL]: withTask(child, create, task) }),
  };
}

const late = (): void => {
  globalThis.dispatchEvent(new Event('connectSrcCalled'));
};

/** The child is there and holds on: now comes what must be too late to reach it, and then it may go on. */
function release(child: PagePlan, source: MessageEventSource): void {
  late();
  source.postMessage({ [CHANNEL]: { ...child, held: false } }, { targetOrigin: '*' });
}

function withTask(
  child: PagePlan,
  create: NonNullable<PagePlan['create']>,
  task: Task | undefined,
): PagePlan {
  if (task === undefined) return child;
  return { ...child, create: { ...create, context: task.create } };
}
