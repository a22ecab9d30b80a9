import { fetchParameters } from './fetch-call.ts';
import { everywhere, type Mechanism } from './mechanism.ts';

/** `fetch()` of a `Request` made before, with `keepalive`: the policy is asked when it is fetched. */
export default {
  name: 'fetch Request',
  spec: 'FETCH#dom-global-fetch',
  schemes: ['http', 'https'],
  globals: everywhere,
  request: (options) => fetchParameters(options),
  blocked: ['rejects TypeError'],
  detect: () => (typeof Request === 'function' ? null : 'Request is not defined'),
  open({ url, record }) {
    fetch(new Request(url, { keepalive: true }))
      .then(
        (response) => record.resolves(response.type),
        (error) => record.rejects(error),
      )
      .finally(() => record.settled());
  },
} satisfies Mechanism;
