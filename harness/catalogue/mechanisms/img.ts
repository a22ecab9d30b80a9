import type { Mechanism, MechanismInPage } from '../mechanism.ts';
import { insertElement } from '../support/elements.ts';

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
  snippet: [
    "const img = document.createElement('img');",
    'img.onload = img.onerror = console.log;',
    'img.src = URL;',
    'document.body.append(img);',
  ],
} satisfies Mechanism;

export const inPage = {
  detect: () => null,
  open: (call) => insertElement(Object.assign(document.createElement('img'), { src: call.url }), call),
} satisfies MechanismInPage;
