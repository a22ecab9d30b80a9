import type { ContextData, ContextInPage } from '../context.ts';
import { documentScript } from '../support/local-urls.ts';
import { embed, inTurn } from '../support/windows.ts';

/** A document from the network that a `javascript:` URL replaces by a text: the policies of what is replaced. */
export default {
  name: 'javascript-replaced-frame',
  title: 'framed document, replaced by a javascript: URL',
  spec: 'HTML#evaluate-a-javascript:-url',
  kind: 'frame',
  global: 'window',
  opened: 'framed',
  runs: 'inline',
  own: 'document',
  agentIs: 'brought',
  loads: [{ by: 'creator', destination: 'iframe', url: 'own' }],
} satisfies ContextData;

export const inPage = {
  create({ own, markup, body, listen }) {
    listen(window);
    const frame = embed(body, { src: own });
    inTurn(frame, () => Object.assign(frame, { src: documentScript(markup) }));
  },
} satisfies ContextInPage;
