import type { ContextData, ContextInPage } from '../context.ts';
import { embed, inTurn } from '../support/windows.ts';

/** `srcdoc` set on a frame that shows a document without policies by then: a copy of its parent's policies, and not of those. */
export default {
  name: 'late-srcdoc',
  title: 'srcdoc frame, made of a frame that showed another document',
  spec: 'HTML#determining-navigation-params-policy-container',
  kind: 'srcdoc',
  global: 'window',
  opened: 'framed',
  loads: [{ by: 'creator', destination: 'iframe', url: 'agent' }],
} satisfies ContextData;

export const inPage = {
  create({ markup, agent, body, listen }) {
    listen(window);
    // The agent's script shown as a text: a document of this origin that runs nothing.
    const frame = embed(body, { src: agent });
    inTurn(frame, () => Object.assign(frame, { srcdoc: markup }));
  },
} satisfies ContextInPage;
