import { everywhere, type Mechanism, type MechanismInPage, plainRequest } from '../mechanism.ts';
import { recordPromise } from '../support/record-promise.ts';

/**
 * `fetch()` of what is in the cache and stale: script is given that, and meanwhile it is asked for anew (RFC 5861,
 * `stale-while-revalidate`), under the policies of the same client. A browser that has no such thing asks anew at once.
 */
export default {
  name: 'fetch of a stale response',
  spec: 'FETCH#concept-http-network-or-cache-fetch',
  schemes: ['http', 'https'],
  globals: everywhere,
  request: () => plainRequest,
  response: { first: [['Cache-Control', 'private, max-age=0, stale-while-revalidate=600']] },
  blocked: ['rejects TypeError', 'first resolves; resolves', 'first resolves; rejects TypeError'],
  snippet: [
    'const body = (response) => response.text();',
    'fetch(URL).then(body).then(() => fetch(URL)).then(console.log, console.error);',
  ],
} satisfies Mechanism;

export const inPage = {
  detect: () => (typeof fetch === 'function' ? null : 'fetch is not defined'),
  open({ url, record }) {
    const twice = async () => {
      const first = await fetch(url);
      // What was not read to its end is not kept.
      await first.text();
      record.resolves(undefined, undefined, 'first');
      await fetch(url);
    };
    recordPromise(twice(), record);
  },
} satisfies MechanismInPage;
