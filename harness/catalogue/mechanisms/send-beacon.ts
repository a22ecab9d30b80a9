import type { Mechanism, MechanismInPage } from '../mechanism.ts';

/** `navigator.sendBeacon()`: option `type`, the content type of the body. */
export default {
  name: 'sendBeacon',
  spec: 'BEACON#sec-processing-model',
  schemes: ['http', 'https'],
  globals: ['window'],
  options: { type: 'string' },
  request: (options) => ({
    destination: '',
    mode: options.type === undefined ? 'no-cors' : 'cors',
    redirect: 'follow',
  }),
  // The return value is set before the request is fetched, in parallel: true, blocked or not.
  blocked: ['returns true'],
  snippet: ["console.log(navigator.sendBeacon(URL, 'x'));"],
  placeInForm: 7,
} satisfies Mechanism;

export const inPage = {
  detect: () => (typeof navigator.sendBeacon === 'function' ? null : 'navigator.sendBeacon is not defined'),
  open({ url, options, record }) {
    const type = options.type as string | undefined;
    const body = type === undefined ? 'beacon' : new Blob(['beacon'], { type });
    try {
      record.returns(String(navigator.sendBeacon(url, body)));
    } catch (error) {
      record.throws(error);
    }
    record.settled();
  },
} satisfies MechanismInPage;
