import type { BrowserContext, CDPSession, Page, Worker } from '@playwright/test';
import type { ReportedViolation } from '../advice/reported-violation.ts';
import { ATTEMPTS, eventFields } from './in-page.ts';
import { readLogLine } from './log-line.ts';

type Heard = (violation: ReportedViolation) => void;

/** No page holds up the end of a test for longer, in milliseconds. */
const longestWait = 3_000;

/**
 * Hears of every violation about `connect-src` in a context's documents, and of those in workers as far as the browser
 * lets them be seen (docs/playwright.md has the list).
 *
 * @param heard told each as soon as the browser tells it
 * @returns waits until what has been fired so far has been heard; never throws
 */
export async function observe(context: BrowserContext, heard: Heard): Promise<() => Promise<void>> {
  const sessions: Promise<CDPSession | null>[] = [];
  const keyOf = ({ blockedURI, documentURI }: ReportedViolation) => `${blockedURI} ${documentURI}`;
  const [fired, logged] = [new Set<string>(), new Set<string>()];
  const hearEvent = (violation: ReportedViolation) => {
    fired.add(keyOf(violation));
    if (!logged.has(keyOf(violation))) heard(violation);
  };
  const hearLog = (violation: ReportedViolation) => {
    logged.add(keyOf(violation));
    if (!fired.has(keyOf(violation))) heard(violation);
  };
  const startPage = (page: Page) => {
    const session = followLog(page, heard, hearLog);
    sessions.push(session);
    // Chromium writes down what workers do from their first line on; elsewhere one has to ask inside.
    page.on('worker', async (worker) => {
      if ((await session) === null) await followWorker(worker, heard);
    });
  };
  context.on('page', startPage);
  context.on('serviceworker', (worker) => void followWorker(worker, heard));
  await context.exposeBinding(BINDING, (_, violation: ReportedViolation) => hearEvent(violation));
  await context.addInitScript(`(${tellViolations})(${eventFields}, ${JSON.stringify([BINDING, ATTEMPTS])})`);
  for (const page of context.pages()) startPage(page);
  return async () => {
    const frames = context.pages().flatMap((page) => page.frames());
    const told = [
      ...frames.map((frame) => frame.evaluate(() => new Promise((resolve) => setTimeout(resolve)))),
      ...sessions.map(async (session) => (await session)?.send('Runtime.evaluate', { expression: '0' })),
    ];
    await Promise.race([
      Promise.allSettled(told),
      new Promise((resolve) => setTimeout(resolve, longestWait).unref()),
    ]);
  };
}

const BINDING = '__connectSrcViolation';

/** Runs in every document before its own scripts. What `toConnect()` tries is not the page's doing, and is not told. */
function tellViolations(fieldsOf: typeof eventFields, [binding, attempts]: [string, string]): void {
  globalThis.addEventListener(
    'securitypolicyviolation',
    (event) => {
      const fields = fieldsOf(event as SecurityPolicyViolationEvent);
      const tried = Reflect.get(globalThis, Symbol.for(attempts)) as
        | Set<(url: string) => boolean>
        | undefined;
      const isTried = [...(tried ?? [])].some((isIt) => isIt(fields.blockedURI));
      if (fields.effectiveDirective !== 'connect-src' || isTried) return;
      // Looked up now: in a popup it comes after this script.
      const tell = Reflect.get(globalThis, binding) as (violation: ReportedViolation) => void;
      tell(fields);
    },
    true,
  );
}

/**
 * Follows what Chromium writes to a page's log: for its dedicated workers, and for a popup until it has loaded. A popup of
 * the same origin keeps the window of its first, empty document without its listeners, and tells no event at first.
 *
 * @returns null in other browsers
 */
async function followLog(page: Page, ofWorker: Heard, ofPopup: Heard): Promise<CDPSession | null> {
  try {
    const session = await page.context().newCDPSession(page);
    let isNewPopup = (await page.opener()) !== null;
    session.on('Log.entryAdded', ({ entry: { source, text, url = 'about:blank' } }) => {
      const global = source === 'worker' ? 'worker' : 'document';
      const violation = readLogLine(text, url, global);
      if (violation === null) return;
      if (global === 'worker') ofWorker(violation);
      else if (isNewPopup) ofPopup(violation);
    });
    await session.send('Log.enable');
    void page.waitForLoadState().then(
      () => {
        isNewPopup = false;
      },
      () => {},
    );
    return session;
  } catch {
    return null;
  }
}

/** Listens in a worker from now on, until it ends. What it did before is not heard. */
async function followWorker(worker: Worker, heard: Heard): Promise<void> {
  try {
    const queue = await worker.evaluateHandle(`(${queueViolations})(${eventFields})`);
    for (;;) {
      const found = await queue.evaluate(({ next }: ReturnType<typeof queueViolations>) => next());
      for (const violation of found) heard(violation);
    }
  } catch {
    // The worker or the browser has ended.
  }
}

function queueViolations(fieldsOf: typeof eventFields): { next(): Promise<ReportedViolation[]> } {
  const queue: ReportedViolation[] = [];
  let wake = () => {};
  globalThis.addEventListener('securitypolicyviolation', (event) => {
    const fields = fieldsOf(event as SecurityPolicyViolationEvent);
    if (fields.effectiveDirective !== 'connect-src') return;
    queue.push(fields);
    wake();
  });
  return {
    async next() {
      if (queue.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      return queue.splice(0);
    },
  };
}
