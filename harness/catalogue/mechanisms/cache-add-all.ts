import { everywhere, type Mechanism, type MechanismInPage, plainRequest } from '../mechanism.ts';
import { addToCache, hasCaches } from '../support/cache-call.ts';

/** `Cache.addAll()`: fetches and stores a list, here of one. */
export default {
  name: 'Cache.addAll',
  spec: 'SW#cache-addAll',
  schemes: ['http', 'https'],
  globals: everywhere,
  request: () => plainRequest,
  blocked: ['rejects TypeError'],
  refusesCredentials: true,
  snippet: ["caches.open('x').then((cache) => cache.addAll([URL])).then(console.log, console.error);"],
} satisfies Mechanism;

export const inPage = {
  detect: hasCaches,
  open: (call) => void addToCache(call, (cache, url) => cache.addAll([url])),
} satisfies MechanismInPage;
