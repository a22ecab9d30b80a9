import { type Mechanism, plainRequest } from './mechanism.ts';
import { hasXMLHttpRequest, prepare } from './xml-http-request-call.ts';

/** Asynchronous `XMLHttpRequest`: options `method`, `headers`, `credentials`, `body`. */
export default {
  name: 'XMLHttpRequest',
  spec: 'XHR#the-send()-method',
  schemes: ['http', 'https', 'data', 'blob', 'about'],
  globals: ['window', 'worker'],
  request: () => plainRequest,
  // XHR#request-error-steps: readyState 4, then error, then loadend; XHR#the-status-attribute: a network error has status 0.
  blocked: ['loadstart; returns; readystatechange 4; error status 0; loadend'],
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
} satisfies Mechanism;
