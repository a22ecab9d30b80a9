import type { Scenario } from '../../harness/plan/scenario.ts';

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
  {
    id: 'webrtc-directive',
    title:
      "The directive webrtc lets WebRTC connect if its only value is 'allow', and nothing stands in for it",
    spec: 'CSP#webrtc-pre-connect',
    documents: [
      { policy: "webrtc 'allow'; connect-src 'none'", by, allows: server },
      { policy: "webrtc 'block'", by, blocks: server },
      { meta: "webrtc 'block'", by, blocks: server },
      { policy: ["webrtc 'allow'", "webrtc 'block'"], by, blocks: server },
      { reportOnly: "webrtc 'block'", by, allows: server },
      { context: 'srcdoc', policy: "webrtc 'block'", by, blocks: server },
    ],
  },
] satisfies Scenario[];
