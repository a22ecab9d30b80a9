import type { Status } from '../results/verdict.ts';

/**
 * Whether a status must not be believed of a single look. A block that nobody has recorded, and that no event tells of, may
 * be anything that cuts a connection; and a step that script was not told may have come too late: once, on a busy machine,
 * the error event of a blocked SharedWorker. That a recorded deviation is gone may be a moment's chance: once in ten runs,
 * Chromium let through a beacon and a ping, redirected under a policy in a `<meta>`, that it blocked in the nine others.
 *
 * @param silent whether what was seen rests on silence: the verdict on that, or on a failure of the connection alone; or the
 *   outcome on what script, which was not told all it can be, was not told
 */
export const isDoubtful = (status: Status, silent: boolean): boolean =>
  status === 'fixed deviation' || (status === 'new deviation' && silent);
