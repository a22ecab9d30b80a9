import { fetchCall, fetchParameters } from './fetch-call.ts';
import { everywhere, type Mechanism } from './mechanism.ts';

/** `fetch()`: options `method`, `headers`, `mode`, `credentials`, `redirect`, `body`, `cache`. */
export default {
  name: 'fetch',
  spec: 'FETCH#dom-global-fetch',
  schemes: ['http', 'https', 'data', 'blob', 'about'],
  globals: everywhere,
  request: (options) => fetchParameters(options),
  blocked: ['rejects TypeError'],
  detect: () => (typeof fetch === 'function' ? null : 'fetch is not defined'),
  open: (call) => fetchCall(call, {}),
} satisfies Mechanism;
