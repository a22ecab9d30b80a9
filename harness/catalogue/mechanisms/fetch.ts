import { everywhere, type Mechanism, type MechanismInPage } from '../mechanism.ts';
import { fetchCall, fetchOptions, fetchParameters } from '../support/fetch-call.ts';

/** `fetch()`: options `method`, `headers`, `mode`, `credentials`, `redirect`, `body`, `cache`. */
export default {
  name: 'fetch',
  spec: 'FETCH#dom-global-fetch',
  schemes: ['http', 'https', 'data', 'blob', 'about', 'ftp', 'javascript', 'unknown'],
  globals: everywhere,
  options: fetchOptions,
  request: (options) => fetchParameters(options),
  blocked: ['rejects TypeError'],
  refusesCredentials: true,
  snippet: ['fetch(URL).then(console.log, console.error);'],
  placeInForm: 1,
} satisfies Mechanism;

export const inPage = {
  detect: () => (typeof fetch === 'function' ? null : 'fetch is not defined'),
  open: (call) => fetchCall(call, {}),
} satisfies MechanismInPage;
