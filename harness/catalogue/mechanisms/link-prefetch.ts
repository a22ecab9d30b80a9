import type { Mechanism, MechanismInPage } from '../mechanism.ts';
import { hasRelation } from '../support/elements.ts';

/** `<link rel=prefetch>`: what any directive allows may be prefetched, and only default-src restricts it. */
export default {
  name: 'link[rel=prefetch]',
  spec: 'HTML#link-type-prefetch',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => ({ destination: '', mode: 'no-cors', redirect: 'follow', initiator: 'prefetch' }),
  blocked: ['returns'],
  snippet: [
    "const link = Object.assign(document.createElement('link'), { rel: 'prefetch', href: URL });",
    'link.onload = link.onerror = console.log;',
    'document.head.append(link);',
  ],
} satisfies Mechanism;

export const inPage = {
  detect: () => hasRelation('prefetch'),
  // A prefetch may wait until the browser is idle, and its events are not for certain.
  open({ url, record }) {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: url }));
    record.returns();
  },
} satisfies MechanismInPage;
