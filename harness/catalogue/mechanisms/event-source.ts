import {
  everywhere,
  type Mechanism,
  type MechanismInPage,
  plainRequest,
  readyStateName,
} from '../mechanism.ts';

/** `new EventSource()`: options `withCredentials`, and `keep` to let it reconnect. */
export default {
  name: 'EventSource',
  spec: 'HTML#dom-eventsource',
  schemes: ['http', 'https', 'data', 'blob'],
  globals: everywhere,
  options: { withCredentials: 'boolean', keep: 'boolean' },
  request: () => plainRequest,
  response: { contentType: 'text/event-stream', body: 'retry: 100\ndata: ok\n\n', stream: true },
  // A network error reestablishes the connection (CONNECTING), unless the browser knows that to be futile (CLOSED).
  blocked: ['returns CONNECTING; error CLOSED', 'returns CONNECTING; error CONNECTING'],
  snippet: ['const source = new EventSource(URL);', 'source.onopen = source.onerror = console.log;'],
  placeInForm: 6,
} satisfies Mechanism;

export const inPage = {
  detect: () => (typeof EventSource === 'function' ? null : 'EventSource is not defined'),
  open({ url, options, record }) {
    const source = new EventSource(url, { withCredentials: options.withCredentials === true });
    record.returns(readyStateName(source.readyState));
    const ended = () => {
      record.settled();
      if (options.keep !== true) source.close();
    };
    source.onopen = () => {
      record.event('open', readyStateName(source.readyState));
      ended();
    };
    source.onerror = () => {
      // EventSource numbers its states 0, 1, 2: CONNECTING, OPEN, CLOSED.
      record.event('error', source.readyState === 2 ? 'CLOSED' : readyStateName(source.readyState));
      ended();
    };
  },
} satisfies MechanismInPage;
