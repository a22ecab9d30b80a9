import type { Context } from './context.ts';

/** `<iframe srcdoc>`: a clone of its parent's policies. */
export default {
  name: 'srcdoc',
  title: 'srcdoc frame',
  spec: 'HTML#determining-navigation-params-policy-container',
  kind: 'srcdoc',
  global: 'window',
  opened: 'framed',
  create({ markup, body, listen }) {
    const frame = document.createElement('iframe');
    frame.srcdoc = markup;
    listen(window);
    body.append(frame);
  },
} satisfies Context;
