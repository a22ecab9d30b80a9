import { hasRelation } from './link-call.ts';
import type { Mechanism } from './mechanism.ts';

/** `<link rel=prefetch>`: what any directive allows may be prefetched, and only default-src restricts it. */
export default {
  name: 'link[rel=prefetch]',
  spec: 'HTML#link-type-prefetch',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => ({ destination: '', mode: 'no-cors', redirect: 'follow', initiator: 'prefetch' }),
  blocked: ['returns'],
  detect: () => hasRelation('prefetch'),
  // A prefetch may wait until the browser is idle, and its events are not for certain.
  open({ url, record }) {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: url }));
    record.returns();
  },
} satisfies Mechanism;
