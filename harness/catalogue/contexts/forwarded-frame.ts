import { controlled, controlledInPage } from '../support/controlled.ts';

const answer = 'forward';

/** A page whose service worker answers with `fetch(event.request)`. */
export default /* @__PURE__ */ controlled(
  'forwarded-frame',
  'document behind a service worker that forwards',
  answer,
);

export const inPage = controlledInPage;
