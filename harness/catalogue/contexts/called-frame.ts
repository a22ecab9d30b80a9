import type { ContextData, ContextInPage } from '../context.ts';
import { embed, inTurn } from '../support/windows.ts';

/** A frame without script of its own: its creator calls the functions of its window, and uses its document. */
export default {
  name: 'called-frame',
  title: 'framed document, whose functions its creator calls',
  spec: 'HTML#relevant-settings-object',
  kind: 'frame',
  global: 'window',
  opened: 'framed',
  own: 'document',
  agentIs: 'called',
  runs: 'eval',
  loads: [{ by: 'creator', destination: 'iframe', url: 'own' }],
} satisfies ContextData;

export const inPage = {
  create({ own, body, source, listen }) {
    listen(window);
    const frame = embed(body, { src: own });
    // The agent's code belongs to the creator; each name that it does not define itself is looked up in the frame's window.
    const call = new Function('child', `with (child) { ${source} }`);
    inTurn(frame, () => call(frame.contentWindow));
  },
} satisfies ContextInPage;
