import { fetchCall, fetchParameters } from './fetch-call.ts';
import { everywhere, type Mechanism } from './mechanism.ts';

/** `fetch()` with `keepalive`, which browsers send through another path than the plain one. */
export default {
  name: 'fetch keepalive',
  spec: 'FETCH#dom-requestinit-keepalive',
  schemes: ['http', 'https'],
  globals: everywhere,
  request: (options) => fetchParameters(options),
  blocked: ['rejects TypeError'],
  detect: () => ('keepalive' in Request.prototype ? null : 'Request has no keepalive'),
  open: (call) => fetchCall(call, { keepalive: true, method: 'POST', body: 'keepalive' }),
} satisfies Mechanism;
