import type { Scenario } from '../../harness/plan/scenario.ts';
import { everyHttp } from '../shared/mechanisms.ts';

const stun = ['stun:127.0.0.1:3478'];
const session = 'https://webtransport.test:4433/session';

/** What no connect-src governs: an allowlist does not ask what kind of request it is. */
const subresources = [
  'img',
  'CSS url()',
  'script',
  'script[type=module]',
  'import',
  'link[rel=stylesheet]',
  'CSS @import',
  'FontFace',
  'audio',
  'video',
  'track',
  'link[rel=preload][as=script]',
  'link[rel=preload][as=image]',
  'link[rel=modulepreload]',
];

export default [
  {
    id: 'allowlist-every-request',
    title: 'An allowlist governs a request of any kind',
    spec: 'CA#matching',
    documents: [
      {
        allowlist: '(response-origin "https://api.test")',
        by: [...everyHttp, ...subresources],
        allows: ['https://api.test/data'],
        blocks: ['https://third.test/data'],
      },
      {
        context: 'worker',
        allowlist: '(response-origin "https://api.test")',
        by: ['importScripts', 'XMLHttpRequest', 'EventSource', 'Cache.add'],
        allows: ['https://api.test/data'],
        blocks: ['https://third.test/data'],
      },
    ],
  },
  {
    id: 'allowlist-webtransport',
    title: 'An allowlist governs WebTransport, by its https: URL',
    spec: 'CA#matching',
    documents: [
      {
        allowlist: '(response-origin "https://webtransport.test:4433")',
        by: 'WebTransport',
        allows: [session],
      },
      { allowlist: '(response-origin)', by: 'WebTransport', blocks: [session] },
    ],
  },
  {
    id: 'allowlist-webrtc',
    title:
      'An allowlist lets no WebRTC through, whatever it lists, unless its parameter is another token than block',
    spec: 'CA#webrtc',
    documents: [
      { allowlist: '(response-origin)', by: 'RTCPeerConnection', blocks: stun },
      { allowlist: '(response-origin "*://*:*/*");webrtc=block', by: 'RTCPeerConnection', blocks: stun },
      { allowlist: '(response-origin);webrtc="allow"', by: 'RTCPeerConnection', blocks: stun },
      { allowlist: '(response-origin);webrtc=allow', by: 'RTCPeerConnection', allows: stun },
      { allowlist: '(response-origin);webrtc=later', by: 'RTCPeerConnection', allows: stun },
      { allowlistReportOnly: '()', by: 'RTCPeerConnection', allows: stun },
    ],
  },
] satisfies Scenario[];
