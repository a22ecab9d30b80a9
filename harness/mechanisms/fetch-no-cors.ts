import { fetchCall, fetchParameters } from './fetch-call.ts';
import { everywhere, type Mechanism } from './mechanism.ts';

/** `fetch()` in mode `no-cors`: an opaque response, no preflight. */
export default {
  name: 'fetch no-cors',
  spec: 'FETCH#concept-request-mode',
  schemes: ['http', 'https'],
  globals: everywhere,
  request: (options) => fetchParameters({ ...options, mode: 'no-cors' }),
  blocked: ['rejects TypeError'],
  detect: () => (typeof fetch === 'function' ? null : 'fetch is not defined'),
  open: (call) => fetchCall(call, { mode: 'no-cors' }),
} satisfies Mechanism;
