import { controlled, controlledInPage } from '../support/controlled.ts';

const answer = 'opaque https://third.test/substitute';

/** A page whose service worker answers with an opaque response of third.test, whatever was asked for. */
export default /* @__PURE__ */ controlled(
  'opaque-frame',
  'document behind a service worker that answers with an opaque response',
  answer,
);

export const inPage = controlledInPage;
