import { addToCache, hasCaches } from './cache-call.ts';
import { everywhere, type Mechanism, plainRequest } from './mechanism.ts';

/** `Cache.addAll()`: fetches and stores a list, here of one. */
export default {
  name: 'Cache.addAll',
  spec: 'SW#cache-addAll',
  schemes: ['http', 'https'],
  globals: everywhere,
  request: () => plainRequest,
  blocked: ['rejects TypeError'],
  detect: hasCaches,
  open: (call) => void addToCache(call, (cache, url) => cache.addAll([url])),
} satisfies Mechanism;
