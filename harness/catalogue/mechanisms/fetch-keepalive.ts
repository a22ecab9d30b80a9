import { everywhere, type Mechanism, type MechanismInPage } from '../mechanism.ts';
import { fetchCall, fetchOptions, fetchParameters, without } from '../support/fetch-call.ts';

/** `fetch()` with `keepalive`, which browsers send through another path than the plain one. */
export default {
  name: 'fetch keepalive',
  spec: 'FETCH#dom-requestinit-keepalive',
  schemes: ['http', 'https'],
  globals: everywhere,
  options: /* @__PURE__ */ without(fetchOptions, 'keepalive'),
  request: (options) => fetchParameters(options),
  blocked: ['rejects TypeError'],
  refusesCredentials: true,
  snippet: ['fetch(URL, { keepalive: true }).then(console.log, console.error);'],
  placeInForm: 2,
} satisfies Mechanism;

export const inPage = {
  detect: () => ('keepalive' in Request.prototype ? null : 'Request has no keepalive'),
  open: (call) => fetchCall(call, { keepalive: true, method: 'POST', body: 'keepalive' }),
} satisfies MechanismInPage;
