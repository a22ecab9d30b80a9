import type { Mechanism, MechanismInPage } from '../mechanism.ts';

interface WebSocketStreamLike {
  opened: Promise<unknown>;
  closed: Promise<unknown>;
  close(): void;
}
type Constructor = new (url: string) => WebSocketStreamLike;

const streamClass = (): Constructor | undefined =>
  (globalThis as { WebSocketStream?: Constructor }).WebSocketStream;

/** `new WebSocketStream()`: a WebSocket with promises instead of events. */
export default {
  name: 'WebSocketStream',
  spec: 'WS#concept-websocket-establish',
  schemes: ['ws', 'wss'],
  globals: ['window', 'worker', 'service-worker'],
  request: () => ({ destination: '', mode: 'websocket', redirect: 'error', serviceWorkersMode: 'none' }),
  blocked: [
    'returns; opened rejects WebSocketError; closed rejects WebSocketError',
    'returns; closed rejects WebSocketError; opened rejects WebSocketError',
  ],
  snippet: ['new WebSocketStream(URL).opened.then(console.log, console.error);'],
} satisfies Mechanism;

export const inPage = {
  detect: () => (streamClass() ? null : 'WebSocketStream is not defined'),
  open({ url, record, keep }) {
    const stream = new (streamClass() as Constructor)(url);
    keep(stream);
    record.returns();
    const opened = stream.opened.then(
      () => record.resolves('', {}, 'opened'),
      (error) => record.rejects(error, 'opened'),
    );
    opened.then(() => stream.close());
    const closed = stream.closed.then(
      () => record.resolves('', {}, 'closed'),
      (error) => record.rejects(error, 'closed'),
    );
    void Promise.all([opened, closed]).then(() => record.settled());
  },
} satisfies MechanismInPage;
