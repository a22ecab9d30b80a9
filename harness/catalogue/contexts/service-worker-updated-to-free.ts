import { updated, updatedInPage } from '../support/updated.ts';

const policy = null;

/** A service worker whose script is the same when it is asked for once more, though its response has no policy any more: no update. */
export default /* @__PURE__ */ updated(
  'service-worker-updated-to-free',
  'service worker, updated to no policy with the same script',
  policy,
);

export const inPage = updatedInPage;
