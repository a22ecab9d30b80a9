import { type Answer, urlOfAnswer } from '../catalogue/context.ts';
import { type AnsweringPlan, CHANNEL, type Message, type Tell, teller } from './protocol.ts';
import { hear } from './run.ts';

/** What this file needs of a service worker; the types of documents and of workers cannot be had together. */
interface FetchEvent extends Event {
  request: Request;
  respondWith(response: Promise<Response>): void;
}
interface InstallEvent extends Event {
  addRoutes(rule: object): void;
}
interface Clients {
  matchAll(options: object): Promise<ReadonlyArray<{ url: string; postMessage(message: unknown): void }>>;
}

/**
 * Makes this service worker answer the fetches of its clients, and tell its creator of each case whose request it was
 * given; for documents and scripts, the network answers. Has to be called while its script is first run: the browser
 * may stop the worker and run its script again at any time.
 */
export function answerFetches(plan: AnsweringPlan): void {
  let last: Promise<void> = Promise.resolve();
  const tell = teller(plan, (message) => {
    last = toCreator(plan, message);
  });
  if (plan.hears) hear(plan.hears, tell);
  const { answer } = plan;
  if (answer === 'route') {
    leadPast(tell);
    return;
  }
  globalThis.addEventListener('fetch', (event) => {
    const { request } = event as FetchEvent;
    if (request.destination !== '') return;
    const id = new URL(request.url).searchParams.get('case');
    if (id !== null) tell({ kind: 'handled', case: id });
    // Told first, so that whoever is given the response can be sure that its creator was told.
    (event as FetchEvent).respondWith(last.then(() => responseTo(request, answer)));
  });
}

/** Has a static route lead every request to the network, and tells where one comes here all the same. */
function leadPast(tell: Tell): void {
  globalThis.addEventListener('install', (event) => {
    // A string, since Chromium takes what a dictionary leaves out from the worker's own URL.
    (event as InstallEvent).addRoutes({ condition: { urlPattern: '*://*:*/*' }, source: 'network' });
  });
  globalThis.addEventListener('fetch', () =>
    tell({ kind: 'failed', reason: 'its service worker was given a request that a route leads past it' }),
  );
}

/** The creator is not one of the worker's clients: its URL is above the worker's scope. */
async function toCreator({ creator }: AnsweringPlan, message: Message): Promise<void> {
  const { clients } = globalThis as unknown as { clients: Clients };
  for (const client of await clients.matchAll({ type: 'window', includeUncontrolled: true }))
    if (client.url.replace(/#.*/, '') === creator) client.postMessage({ [CHANNEL]: message });
}

async function responseTo(request: Request, answer: Exclude<Answer, 'route'>): Promise<Response> {
  if (answer === 'forward') return fetch(request);
  // A stream of events is also a text, so that it does for every mechanism.
  if (answer === 'synthesise')
    return new Response('data: ok\n\n', { headers: { 'Content-Type': 'text/event-stream' } });
  const url = urlOfAnswer(answer) + new URL(request.url).search;
  if (answer.startsWith('redirect')) return request.url === url ? fetch(request) : Response.redirect(url);
  return fetch(url, answer.startsWith('opaque') ? { mode: 'no-cors' } : {});
}
