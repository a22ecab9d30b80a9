import type { Mechanism, MechanismInPage } from '../mechanism.ts';

/** `new WebTransport()`: option `hashes` gives it certificate hashes. A QUIC packet that arrives is its network evidence. */
export default {
  name: 'WebTransport',
  spec: 'WT#dom-webtransport-webtransport',
  schemes: ['https'],
  globals: ['window', 'worker', 'service-worker'],
  options: { hashes: 'boolean' },
  request: (options) => ({
    destination: '',
    mode: 'webtransport',
    redirect: 'error',
    serviceWorkersMode: 'none',
    webTransportHashes: options.hashes === true,
  }),
  blocked: [
    'returns; ready rejects WebTransportError; closed rejects WebTransportError',
    'returns; closed rejects WebTransportError; ready rejects WebTransportError',
  ],
  isolated: true,
  snippet: ['new WebTransport(URL).ready.then(console.log, console.error);'],
  placeInForm: 9,
} satisfies Mechanism;

export const inPage = {
  detect: () => (typeof WebTransport === 'function' ? null : 'WebTransport is not defined'),
  open({ url, options, record, keep }) {
    const hashes = { serverCertificateHashes: [{ algorithm: 'sha-256', value: new Uint8Array(32) }] };
    let transport: WebTransport;
    try {
      transport = new WebTransport(url, options.hashes === true ? hashes : {});
    } catch (error) {
      // So says a browser that takes no hashes (Firefox 115); the specification refuses them only in a pool.
      if (options.hashes === true && (error as DOMException).name === 'NotSupportedError')
        record.unavailable(`new WebTransport(): ${String(error)}`);
      record.throws(error);
      record.settled();
      return;
    }
    keep(transport);
    record.returns();
    const ready = transport.ready.then(
      () => record.resolves('', {}, 'ready'),
      (error) => record.rejects(error, 'ready'),
    );
    const closed = transport.closed.then(
      () => record.resolves('', {}, 'closed'),
      (error) => record.rejects(error, 'closed'),
    );
    void Promise.all([ready, closed]).then(() => record.settled());
  },
} satisfies MechanismInPage;
