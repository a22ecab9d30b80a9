import type { Context } from './context.ts';
import { embed } from './embed.ts';

/** `<iframe srcdoc>`: a clone of its parent's policies. */
export default {
  name: 'srcdoc',
  title: 'srcdoc frame',
  spec: 'HTML#determining-navigation-params-policy-container',
  kind: 'srcdoc',
  global: 'window',
  opened: 'framed',
  create({ markup, body, listen }) {
    listen(window);
    embed(body, { srcdoc: markup });
  },
} satisfies Context;
