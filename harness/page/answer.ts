import type { Answer } from '../contexts/context.ts';

/** What this file needs of a FetchEvent; the types of documents and of workers cannot be had together. */
interface FetchEvent extends Event {
  request: Request;
  respondWith(response: Promise<Response>): void;
}

/**
 * Makes this service worker answer fetches, from when it is told how; before, and for documents and scripts, the network
 * does. Has to be called while its script is first run.
 *
 * @returns tells it how
 */
export function answerFetches(): (answer: Answer) => void {
  let how: Answer | null = null;
  globalThis.addEventListener('fetch', (event) => {
    const { request } = event as FetchEvent;
    if (how !== null && request.destination === '')
      (event as FetchEvent).respondWith(responseTo(request, how));
  });
  return (answer) => {
    how = answer;
  };
}

async function responseTo(request: Request, answer: Answer): Promise<Response> {
  if (answer === 'forward') return fetch(request);
  // A stream of events is also a text, so that it does for every mechanism.
  if (answer === 'synthesise')
    return new Response('data: ok\n\n', { headers: { 'Content-Type': 'text/event-stream' } });
  return fetch(answer + new URL(request.url).search);
}
