import { updated, updatedInPage } from '../support/updated.ts';

const policy = "connect-src 'none'";

/** A service worker whose script is the same when it is asked for once more, though its response has `connect-src 'none'` by then: no update. */
export default /* @__PURE__ */ updated(
  'service-worker-updated-to-none',
  "service worker, updated to connect-src 'none' with the same script",
  policy,
);

export const inPage = updatedInPage;
