import { addToCache, hasCaches } from './cache-call.ts';
import { everywhere, type Mechanism, plainRequest } from './mechanism.ts';

/** `Cache.add()`: fetches and stores. */
export default {
  name: 'Cache.add',
  spec: 'SW#cache-add',
  schemes: ['http', 'https'],
  globals: everywhere,
  request: () => plainRequest,
  blocked: ['rejects TypeError'],
  detect: hasCaches,
  open: (call) => void addToCache(call, (cache, url) => cache.add(url)),
} satisfies Mechanism;
