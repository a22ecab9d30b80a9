import type { ContextData, ContextInPage } from '../context.ts';
import { embed, write } from '../support/windows.ts';

/** The initial about:blank of a frame after `document.write()`: it takes over its creator's URL, and keeps the policies cloned from it. */
export default {
  name: 'written-frame',
  title: 'about:blank frame, written',
  spec: 'HTML#creating-a-new-browsing-context',
  kind: 'about-blank',
  url: 'creator',
  global: 'window',
  opened: 'framed',
} satisfies ContextData;

export const inPage = {
  create({ markup, body, listen }) {
    listen(window);
    write(embed(body, {}).contentDocument as Document, markup);
  },
} satisfies ContextInPage;
