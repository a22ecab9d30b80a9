import { insertElement } from './insert-element.ts';
import type { Mechanism } from './mechanism.ts';

/** `<script src>`: governed by script-src-elem. */
export default {
  name: 'script',
  spec: 'HTML#fetch-a-classic-script',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => ({ destination: 'script', mode: 'no-cors', redirect: 'follow' }),
  response: { contentType: 'text/javascript', body: '' },
  blocked: ['error'],
  detect: () => null,
  open: (call) => insertElement(Object.assign(document.createElement('script'), { src: call.url }), call),
} satisfies Mechanism;
