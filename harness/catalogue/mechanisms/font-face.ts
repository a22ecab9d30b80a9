import type { Mechanism, MechanismInPage } from '../mechanism.ts';
import { recordPromise } from '../support/record-promise.ts';

/** `FontFace.load()`: governed by font-src. */
export default {
  name: 'FontFace',
  spec: 'CSP#directive-font-src',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => ({ destination: 'font', mode: 'cors', redirect: 'follow' }),
  response: { contentType: 'font/woff2' },
  blocked: ['rejects DOMException NetworkError'],
  snippet: ["new FontFace('x', 'url(' + JSON.stringify(URL) + ')').load().then(console.log, console.error);"],
} satisfies Mechanism;

export const inPage = {
  detect: () => (typeof FontFace === 'function' ? null : 'FontFace is not defined'),
  open({ url, record }) {
    recordPromise(new FontFace('connect-src', `url(${JSON.stringify(url)})`).load(), record);
  },
} satisfies MechanismInPage;
