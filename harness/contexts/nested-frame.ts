import type { Context } from './context.ts';
import { embed } from './embed.ts';

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
  create({ own, body, listen }) {
    listen(window);
    embed(body, { src: own });
  },
} satisfies Context;
