import { setTimeout as delay } from 'node:timers/promises';

/** Waits as long as a slow network or a busy machine might: another time at every call. */
export type Jitter = () => Promise<void>;

/**
 * @param mostMs how long a wait may be, in milliseconds; 0 for none at all
 */
export const jitterUpTo = (mostMs: number): Jitter =>
  mostMs === 0 ? async () => {} : () => delay(Math.random() * mostMs);
