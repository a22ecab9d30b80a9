import { type Mechanism, type MechanismInPage, plainRequest } from '../mechanism.ts';
import { hasRelation } from '../support/elements.ts';
import { fetchCall } from '../support/fetch-call.ts';

/**
 * `fetch()` of what `<link rel=preload>` has loaded: main fetch asks the policies before the preloaded response is handed out.
 * Script is the witness, since the preload has reached the server by then. A preload that was redirected would be handed out
 * with its last URL, to a request that was not redirected: that is another question than its redirects.
 */
export default {
  name: 'fetch of a preload',
  spec: 'HTML#consume-a-preloaded-resource',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => plainRequest,
  blocked: ['rejects TypeError', 'error'],
  witness: 'script',
  unanswered: { redirects: true },
  metas: 'late too',
  snippet: [
    "const link = Object.assign(document.createElement('link'), { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: URL });",
    'link.onload = () => fetch(URL).then(console.log, console.error);',
    'document.head.append(link);',
  ],
} satisfies Mechanism;

export const inPage = {
  detect: () => hasRelation('preload'),
  open(call) {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: call.url });
    link.addEventListener('load', () => fetchCall(call, {}));
    link.addEventListener('error', () => {
      call.record.event('error');
      call.record.settled();
    });
    document.head.append(link);
  },
} satisfies MechanismInPage;
