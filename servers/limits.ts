/** Policies of 100 KB and more are tested; Node's own limit for all headers together is 16 KB. */
export const MAX_HEADER_BYTES = 1024 * 1024;

/**
 * Options of every HTTP server here. Node's time limits are off: a browser opens connections ahead of need, and one
 * that is closed under a beacon just as it is sent would look like a request that never left.
 */
export const HTTP_OPTIONS = {
  maxHeaderSize: MAX_HEADER_BYTES,
  keepAliveTimeout: 0,
  requestTimeout: 0,
  headersTimeout: 0,
} as const;

/** How much of a body the ledger keeps, in characters. */
export const MAX_LEDGER_BODY = 4096;
