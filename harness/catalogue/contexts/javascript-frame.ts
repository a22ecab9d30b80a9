import type { ContextData, ContextInPage } from '../context.ts';
import { documentScript } from '../support/local-urls.ts';
import { embed } from '../support/windows.ts';

/** A frame with a `javascript:` URL that gives a text: the policies of the initial about:blank that the text replaces. */
export default {
  name: 'javascript-frame',
  title: 'javascript: frame',
  spec: 'HTML#evaluate-a-javascript:-url',
  kind: 'javascript-frame',
  global: 'window',
  opened: 'framed',
  runs: 'inline',
} satisfies ContextData;

export const inPage = {
  create({ markup, body, listen }) {
    listen(window);
    embed(body, { src: documentScript(markup) });
  },
} satisfies ContextInPage;
