import type { ContextData, ContextInPage } from '../context.ts';
import { embed } from '../support/windows.ts';

/** A document from the network in a frame of a document that may have policies: only its own apply. */
export default {
  name: 'nested-frame',
  title: 'framed document in a document with policies',
  spec: 'HTML#determining-navigation-params-policy-container',
  kind: 'frame',
  global: 'window',
  opened: 'framed',
  own: 'document',
  loads: [{ by: 'creator', destination: 'iframe', url: 'own' }],
} satisfies ContextData;

export const inPage = {
  create({ own, body, listen }) {
    listen(window);
    embed(body, { src: own });
  },
} satisfies ContextInPage;
