import type { Mechanism } from './mechanism.ts';

/** `<embed>`: governed by object-src. Whether a blocked one fires `load` is left open, so that no event of it is recorded. */
export default {
  name: 'embed',
  spec: 'HTML#the-embed-element',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => ({ destination: 'embed', mode: 'navigate', redirect: 'follow' }),
  response: { contentType: 'text/html', body: '' },
  blocked: ['returns'],
  isolated: true,
  detect: () => null,
  open({ url, record }) {
    document.body.append(Object.assign(document.createElement('embed'), { type: 'text/html', src: url }));
    record.returns();
    record.settled();
  },
} satisfies Mechanism;
