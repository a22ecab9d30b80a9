import { controlled, controlledInPage } from '../support/controlled.ts';

const answer = 'redirect https://third.test/substitute';

/** A page whose service worker answers with `Response.redirect()` to third.test, whatever was asked for, and forwards that. */
export default /* @__PURE__ */ controlled(
  'redirected-frame',
  'document behind a service worker that redirects',
  answer,
);

export const inPage = controlledInPage;
