import type { Mechanism } from './mechanism.ts';

/** `<img attributionsrc>`: registers an attribution source in the background. No text of CSP speaks of it. */
export default {
  name: 'img[attributionsrc]',
  spec: 'FETCH#concept-fetch',
  schemes: ['https'],
  globals: ['window'],
  request: () => ({ destination: '', mode: 'no-cors', redirect: 'follow' }),
  blocked: ['returns'],
  detect: () => ('attributionSrc' in HTMLImageElement.prototype ? null : '<img> has no attributionsrc'),
  open({ url, record }) {
    document.createElement('img').setAttribute('attributionsrc', url);
    record.returns();
    record.settled();
  },
} satisfies Mechanism;
