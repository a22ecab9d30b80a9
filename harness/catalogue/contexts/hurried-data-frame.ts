import type { ContextData, ContextInPage } from '../context.ts';
import { documentData } from '../support/local-urls.ts';
import { embed } from '../support/windows.ts';

/** A frame with a `data:` URL, whose navigator takes on a policy as soon as it has begun: a clone of the policies from before. */
export default {
  name: 'hurried-data-frame',
  title: 'data: frame, before its creator takes on another policy',
  spec: 'HTML#determining-navigation-params-policy-container',
  kind: 'data-frame',
  global: 'window',
  opened: 'framed',
  loads: [{ by: 'creator', destination: 'iframe', url: 'data:' }],
} satisfies ContextData;

export const inPage = {
  create({ markup, body, listen, late }) {
    listen(window);
    embed(body, { src: documentData(markup) });
    late();
  },
} satisfies ContextInPage;
