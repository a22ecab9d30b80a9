import type { Mechanism, MechanismInPage } from '../mechanism.ts';
import { insertElement } from '../support/elements.ts';

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
  snippet: [
    "const object = document.createElement('object');",
    'object.onload = object.onerror = console.log;',
    'object.data = URL;',
    'document.body.append(object);',
  ],
} satisfies Mechanism;

export const inPage = {
  detect: () => null,
  open: (call) =>
    insertElement(
      Object.assign(document.createElement('object'), { type: 'text/html', data: call.url }),
      call,
    ),
} satisfies MechanismInPage;
