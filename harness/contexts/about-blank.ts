import type { Context } from './context.ts';
import { embed } from './embed.ts';
import { fill } from './fill.ts';

/** The initial about:blank of a frame, filled by script: a clone of its creator's policies. */
export default {
  name: 'about-blank',
  title: 'initial about:blank frame',
  spec: 'HTML#creating-a-new-browsing-context',
  kind: 'about-blank',
  global: 'window',
  opened: 'framed',
  create({ markup, body, listen }) {
    listen(window);
    fill(embed(body, {}).contentDocument as Document, markup);
  },
} satisfies Context;
