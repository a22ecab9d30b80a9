import type { ContextData, ContextInPage } from '../context.ts';
import { embed, nest } from '../support/windows.ts';

/** A srcdoc frame in a srcdoc frame: a copy of a copy of the policies of the document around both. */
export default {
  name: 'nested-srcdoc',
  title: 'srcdoc frame in a srcdoc frame',
  spec: 'HTML#determining-navigation-params-policy-container',
  kind: 'srcdoc',
  global: 'window',
  opened: 'framed',
} satisfies ContextData;

export const inPage = {
  create({ markup, body, listen }) {
    listen(window);
    embed(body, { srcdoc: nest(markup) });
  },
} satisfies ContextInPage;
