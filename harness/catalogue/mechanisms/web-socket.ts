import { everywhere, type Mechanism, type MechanismInPage, readyStateName } from '../mechanism.ts';

/** `new WebSocket()`: option `protocols`. */
export default {
  name: 'WebSocket',
  spec: 'WS#concept-websocket-establish',
  schemes: ['ws', 'wss'],
  globals: everywhere,
  options: { protocols: 'string' },
  request: () => ({ destination: '', mode: 'websocket', redirect: 'error', serviceWorkersMode: 'none' }),
  // WS#feedback-from-the-protocol: fail the connection → error, then close with code 1006.
  blocked: ['returns CONNECTING; error CLOSED; close 1006 unclean'],
  snippet: [
    'const socket = new WebSocket(URL);',
    'socket.onopen = socket.onerror = socket.onclose = console.log;',
  ],
  placeInForm: 5,
} satisfies Mechanism;

export const inPage = {
  detect: () => (typeof WebSocket === 'function' ? null : 'WebSocket is not defined'),
  open({ url, options, record }) {
    const socket = new WebSocket(url, (options.protocols as string | undefined) ?? []);
    record.returns(readyStateName(socket.readyState));
    socket.onopen = () => {
      record.event('open', readyStateName(socket.readyState));
      record.settled();
      socket.close();
    };
    socket.onerror = () => record.event('error', readyStateName(socket.readyState));
    socket.onclose = (event) => {
      record.event('close', `${event.code} ${event.wasClean ? 'clean' : 'unclean'}`, {
        reason: event.reason,
      });
      record.settled();
    };
  },
} satisfies MechanismInPage;
