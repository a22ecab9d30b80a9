import { type Mechanism, type MechanismInPage, plainRequest } from '../mechanism.ts';
import { hasXMLHttpRequest, prepare, xhrOptions } from '../support/xml-http-request-call.ts';

/** Asynchronous `XMLHttpRequest`: options `method`, `headers`, `credentials`, `body`. */
export default {
  name: 'XMLHttpRequest',
  spec: 'XHR#the-send()-method',
  schemes: ['http', 'https', 'data', 'blob', 'about', 'ftp', 'javascript', 'unknown'],
  globals: ['window', 'worker'],
  options: xhrOptions,
  request: () => plainRequest,
  // XHR#request-error-steps: readyState 4, then error, then loadend; XHR#the-status-attribute: a network error has status 0.
  blocked: ['loadstart; returns; readystatechange 4; error status 0; loadend'],
  snippet: [
    'const xhr = new XMLHttpRequest();',
    'xhr.onloadend = (event) => console.log(event.type, xhr.status);',
    'xhr.onerror = console.error;',
    "xhr.open('GET', URL);",
    'xhr.send();',
  ],
  placeInForm: 4,
} satisfies Mechanism;

export const inPage = {
  detect: hasXMLHttpRequest,
  open({ url, options, record }) {
    const xhr = prepare(url, options, true);
    xhr.onloadstart = () => record.event('loadstart');
    xhr.onreadystatechange = () => {
      if (xhr.readyState === 4) record.event('readystatechange', '4');
    };
    xhr.onload = () => record.event('load', `status ${xhr.status}`);
    xhr.onerror = () => record.event('error', `status ${xhr.status}`, { statusText: xhr.statusText });
    xhr.onloadend = () => {
      record.event('loadend');
      record.settled();
    };
    xhr.send((options.body as string | undefined) ?? null);
    record.returns();
  },
} satisfies MechanismInPage;
