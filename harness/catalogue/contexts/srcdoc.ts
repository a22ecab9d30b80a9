import type { ContextData, ContextInPage } from '../context.ts';
import { embed } from '../support/windows.ts';

/** `<iframe srcdoc>`: a clone of its parent's policies. */
export default {
  name: 'srcdoc',
  title: 'srcdoc frame',
  spec: 'HTML#determining-navigation-params-policy-container',
  kind: 'srcdoc',
  global: 'window',
  opened: 'framed',
} satisfies ContextData;

export const inPage = {
  create({ markup, body, listen }) {
    listen(window);
    embed(body, { srcdoc: markup });
  },
} satisfies ContextInPage;
