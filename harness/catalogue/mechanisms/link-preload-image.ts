import type { Mechanism, MechanismInPage } from '../mechanism.ts';
import { hasRelation, insertLink } from '../support/elements.ts';

/** `<link rel=preload as=image>`: governed by the directive of its destination. */
export default {
  name: 'link[rel=preload][as=image]',
  spec: 'HTML#link-type-preload',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => ({ destination: 'image', mode: 'cors', redirect: 'follow' }),
  blocked: ['error'],
  snippet: [
    "const link = Object.assign(document.createElement('link'), { rel: 'preload', as: 'image', href: URL });",
    'link.onload = link.onerror = console.log;',
    'document.head.append(link);',
  ],
} satisfies Mechanism;

export const inPage = {
  detect: () => hasRelation('preload'),
  open: (call) => insertLink(call, { rel: 'preload', as: 'image', crossorigin: '' }),
} satisfies MechanismInPage;
