import { insertElement } from './insert-element.ts';
import type { Mechanism } from './mechanism.ts';

/** `<object>`: governed by object-src. */
export default {
  name: 'object',
  spec: 'HTML#the-object-element',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => ({ destination: 'object', mode: 'navigate', redirect: 'follow' }),
  response: { contentType: 'text/html', body: '' },
  blocked: ['error'],
  isolated: true,
  detect: () => null,
  open: (call) =>
    insertElement(
      Object.assign(document.createElement('object'), { type: 'text/html', data: call.url }),
      call,
    ),
} satisfies Mechanism;
