import { everywhere, type Mechanism, type MechanismInPage, plainRequest } from '../mechanism.ts';
import { addToCache, hasCaches } from '../support/cache-call.ts';

/** `Cache.add()`: fetches and stores. */
export default {
  name: 'Cache.add',
  spec: 'SW#cache-add',
  schemes: ['http', 'https'],
  globals: everywhere,
  request: () => plainRequest,
  blocked: ['rejects TypeError'],
  refusesCredentials: true,
  snippet: ["caches.open('x').then((cache) => cache.add(URL)).then(console.log, console.error);"],
} satisfies Mechanism;

export const inPage = {
  detect: hasCaches,
  open: (call) => void addToCache(call, (cache, url) => cache.add(url)),
} satisfies MechanismInPage;
