import type { Call } from '../mechanism.ts';
import { recordPromise } from './record-promise.ts';

/** Null where `caches` exists (secure contexts only). */
export const hasCaches = (): string | null => (typeof caches === 'object' ? null : 'caches is not defined');

/** Opens a cache and lets it fetch; a global that may not use caches at all says so before any request. */
export async function addToCache(
  { url, record }: Call,
  add: (cache: Cache, url: string) => Promise<void>,
): Promise<void> {
  let cache: Cache;
  try {
    cache = await caches.open('connect-src');
  } catch (error) {
    record.unavailable(`caches.open(): ${String(error)}`);
    record.settled();
    return;
  }
  recordPromise(add(cache, url), record);
}
