import type { Scenario } from '../harness/plan/scenario.ts';

const by = 'RTCPeerConnection';
const server = ['stun:127.0.0.1:3478'];

export default [
  {
    id: 'not-governed-webrtc',
    title: 'No fetch directive governs WebRTC; it has a directive of its own',
    spec: 'CSP#directive-webrtc',
    sources: [
      'https://github.com/w3c/webappsec-csp/issues/92',
      'https://github.com/w3c/webappsec-csp/issues/457',
    ],
    documents: [
      { policy: "connect-src 'none'", by, allows: server },
      { policy: "default-src 'self'", by, allows: server },
      { meta: "connect-src 'none'", by, allows: server },
      { context: 'srcdoc', policy: "connect-src 'none'", by, allows: server },
    ],
  },
] satisfies Scenario[];
