import { controlled, controlledInPage } from '../support/controlled.ts';

const answer = 'synthesise';

/** A page whose service worker answers with `new Response()`, which has no URL of its own. */
export default /* @__PURE__ */ controlled(
  'synthesised-frame',
  'document behind a service worker that makes its responses',
  answer,
);

export const inPage = controlledInPage;
