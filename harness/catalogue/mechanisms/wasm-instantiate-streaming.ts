import { everywhere, type Mechanism, type MechanismInPage, plainRequest } from '../mechanism.ts';
import { recordPromise } from '../support/record-promise.ts';

/** `WebAssembly.instantiateStreaming(fetch())`: the fetch is governed; compiling is `script-src`'s business. */
export default {
  name: 'WebAssembly.instantiateStreaming',
  spec: 'FETCH#dom-global-fetch',
  schemes: ['http', 'https'],
  globals: everywhere,
  request: () => plainRequest,
  // The smallest module: magic number and version.
  response: { contentType: 'application/wasm', body: '\0asm\x01\0\0\0' },
  blocked: ['rejects TypeError'],
  refusesCredentials: true,
  snippet: ['WebAssembly.instantiateStreaming(fetch(URL)).then(console.log, console.error);'],
} satisfies Mechanism;

export const inPage = {
  detect: () =>
    typeof WebAssembly === 'object' && typeof WebAssembly.instantiateStreaming === 'function'
      ? null
      : 'WebAssembly.instantiateStreaming is not defined',
  open({ url, record }) {
    recordPromise(WebAssembly.instantiateStreaming(fetch(url)), record);
  },
} satisfies MechanismInPage;
