import { insertElement } from './insert-element.ts';
import type { Mechanism } from './mechanism.ts';

/** `<script type=module>`: governed by script-src-elem. */
export default {
  name: 'script[type=module]',
  spec: 'HTML#fetch-a-module-script-tree',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => ({ destination: 'script', mode: 'cors', redirect: 'follow' }),
  response: { contentType: 'text/javascript', body: '' },
  blocked: ['error'],
  detect: () => ('noModule' in HTMLScriptElement.prototype ? null : '<script> has no type=module'),
  open: (call) =>
    insertElement(Object.assign(document.createElement('script'), { type: 'module', src: call.url }), call),
} satisfies Mechanism;
