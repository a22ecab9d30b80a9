import { controlled, controlledInPage } from '../support/controlled.ts';

const answer = 'https://third.test/substitute';

/** A page whose service worker answers with what it fetched from third.test, whatever was asked for. */
export default /* @__PURE__ */ controlled(
  'substituted-frame',
  'document behind a service worker that answers from another URL',
  answer,
);

export const inPage = controlledInPage;
