import { insertElement } from './insert-element.ts';
import type { Mechanism } from './mechanism.ts';

/** `<img>`: governed by img-src. */
export default {
  name: 'img',
  spec: 'HTML#update-the-image-data',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => ({ destination: 'image', mode: 'no-cors', redirect: 'follow' }),
  response: {
    contentType: 'image/svg+xml',
    body: '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
  },
  blocked: ['error'],
  detect: () => null,
  open: (call) => insertElement(Object.assign(document.createElement('img'), { src: call.url }), call),
} satisfies Mechanism;
