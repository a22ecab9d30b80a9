import { everywhere, type Mechanism, type MechanismInPage } from '../mechanism.ts';
import { fetchCall, fetchOptions, fetchParameters, without } from '../support/fetch-call.ts';

/** `fetch()` in mode `no-cors`: an opaque response, no preflight. */
export default {
  name: 'fetch no-cors',
  spec: 'FETCH#concept-request-mode',
  schemes: ['http', 'https'],
  globals: everywhere,
  options: /* @__PURE__ */ without(fetchOptions, 'mode'),
  request: (options) => fetchParameters({ ...options, mode: 'no-cors' }),
  blocked: ['rejects TypeError'],
  refusesCredentials: true,
  snippet: ["fetch(URL, { mode: 'no-cors' }).then(console.log, console.error);"],
  placeInForm: 3,
} satisfies Mechanism;

export const inPage = {
  detect: () => (typeof fetch === 'function' ? null : 'fetch is not defined'),
  open: (call) => fetchCall(call, { mode: 'no-cors' }),
} satisfies MechanismInPage;
