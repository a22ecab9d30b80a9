import type { Status } from '../results/verdict.ts';

/**
 * Whether a status must not be believed of a single look. A block that nobody has recorded, and that no event tells of, may
 * be anything that cuts a connection. That a recorded deviation is gone may be a moment's chance: once in ten runs,
 * Chromium let through a beacon and a ping, redirected under a policy in a `<meta>`, that it blocked in the nine others.
 *
 * @param silent whether the verdict rests on silence, or on a failure of the connection alone
 */
export const isDoubtful = (status: Status, silent: boolean): boolean =>
  status === 'fixed deviation' || (status === 'new deviation' && silent);
