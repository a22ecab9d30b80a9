import { type Mechanism, type MechanismInPage, plainRequest } from '../mechanism.ts';
import { hasXMLHttpRequest, prepare, xhrOptions } from '../support/xml-http-request-call.ts';

/** Synchronous `XMLHttpRequest`: a blocked one throws out of `send()`. */
export default {
  name: 'XMLHttpRequest sync',
  spec: 'XHR#the-send()-method',
  schemes: ['http', 'https', 'data', 'blob'],
  globals: ['window', 'worker'],
  synchronous: true,
  options: xhrOptions,
  request: () => plainRequest,
  blocked: ['throws DOMException NetworkError'],
  snippet: ['const xhr = new XMLHttpRequest();', "xhr.open('GET', URL, false);", 'xhr.send();'],
} satisfies Mechanism;

export const inPage = {
  detect: hasXMLHttpRequest,
  open({ url, options, record }) {
    const xhr = prepare(url, options, false);
    try {
      xhr.send((options.body as string | undefined) ?? null);
      record.returns(`status ${xhr.status}`);
    } catch (error) {
      record.throws(error);
    }
    record.settled();
  },
} satisfies MechanismInPage;
