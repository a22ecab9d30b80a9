import { everywhere, type Mechanism, type MechanismInPage, plainRequest } from '../mechanism.ts';

/** `fetch()` of a `Request` made before, with `keepalive`: the policy is asked when it is fetched. */
export default {
  name: 'fetch Request',
  spec: 'FETCH#dom-global-fetch',
  schemes: ['http', 'https'],
  globals: everywhere,
  request: () => plainRequest,
  blocked: ['rejects TypeError'],
  refusesCredentials: true,
  snippet: ['fetch(new Request(URL, { keepalive: true })).then(console.log, console.error);'],
} satisfies Mechanism;

export const inPage = {
  detect: () => (typeof Request === 'function' ? null : 'Request is not defined'),
  open({ url, record }) {
    fetch(new Request(url, { keepalive: true }))
      .then(
        (response) => record.resolves(response.type),
        (error) => record.rejects(error),
      )
      .finally(() => record.settled());
  },
} satisfies MechanismInPage;
