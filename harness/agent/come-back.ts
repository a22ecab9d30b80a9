import { tellLacking } from './lacking.ts';
import { CHANNEL, type PagePlan, type Up } from './protocol.ts';

/** How often it is tried: a browser promises nobody to keep a document, and what else goes on in it decides. */
const ATTEMPTS = 5;

/**
 * Leaves the document for another that comes back by the history, and goes on when the document has been taken out of the
 * back/forward cache. A browser that has not kept it loads it anew, and does so each time where it has no such cache: it
 * lacks what is asked for, and is said to.
 *
 * @param away the URL of the other document
 * @param go what to do then; it speaks by a channel that has the document's URL for its name, for an open one would keep the
 *   document out of the cache
 */
export function comeBack(plan: PagePlan, away: string, go: (up: Up) => void): void {
  addEventListener('pageshow', (event) => {
    const kept = (event as PageTransitionEvent).persisted;
    const attempts = Number(sessionStorage.getItem(CHANNEL));
    if (!kept && attempts < ATTEMPTS) {
      sessionStorage.setItem(CHANNEL, String(attempts + 1));
      // An entry of its own in the history comes of a navigation only that begins after the load.
      setTimeout(() => location.assign(away));
      return;
    }
    const channel = new BroadcastChannel(location.href);
    const up: Up = (message) => channel.postMessage({ [CHANNEL]: message });
    channel.addEventListener('message', ({ data }) => {
      if (data === 'close') close();
    });
    if (kept) go(up);
    else tellLacking(plan, up, 'the document was not kept in the back/forward cache');
  });
}
