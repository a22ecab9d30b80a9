import type { ContextData, ContextInPage } from '../context.ts';
import { embed, fill, inTurn } from '../support/windows.ts';

/** An `about:blank` that a frame was led to, left and come back to: the policies that its entry in the history kept. */
export default {
  name: 'restored-about-blank',
  title: 'about:blank frame, come back to through the history',
  spec: 'HTML#determining-navigation-params-policy-container',
  kind: 'navigated-about-blank',
  global: 'window',
  // Frames of one page share its history, and each might lead another back.
  opened: 'top-level',
  loads: [{ by: 'creator', destination: 'iframe', url: 'agent' }],
} satisfies ContextData;

export const inPage = {
  create({ markup, agent, body, listen, late }) {
    listen(window);
    const frame = embed(body, { src: agent });
    const lead = (location: string) => Object.assign(frame.contentWindow as object, { location });
    inTurn(
      frame,
      () => lead('about:blank'),
      () => lead(agent),
      () => {
        late();
        frame.contentWindow?.history.back();
      },
      () => fill(frame.contentDocument as Document, markup),
    );
  },
} satisfies ContextInPage;
