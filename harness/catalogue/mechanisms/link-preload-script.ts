import type { Mechanism, MechanismInPage } from '../mechanism.ts';
import { hasRelation, insertLink } from '../support/elements.ts';

/** `<link rel=preload as=script>`: governed by the directive of its destination. */
export default {
  name: 'link[rel=preload][as=script]',
  spec: 'HTML#link-type-preload',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => ({ destination: 'script', mode: 'cors', redirect: 'follow' }),
  blocked: ['error'],
  snippet: [
    "const link = Object.assign(document.createElement('link'), { rel: 'preload', as: 'script', href: URL });",
    'link.onload = link.onerror = console.log;',
    'document.head.append(link);',
  ],
} satisfies Mechanism;

export const inPage = {
  detect: () => hasRelation('preload'),
  open: (call) => insertLink(call, { rel: 'preload', as: 'script', crossorigin: '' }),
} satisfies MechanismInPage;
