import { type Mechanism, plainRequest } from './mechanism.ts';

/**
 * `RTCPeerConnection`: no request of Fetch, so that only the directive `webrtc` speaks of it. The URL is the server it may
 * ask for its address; the other end is a second one in the same document, and a channel between them the evidence.
 */
export default {
  name: 'RTCPeerConnection',
  spec: 'CSP#directive-webrtc',
  schemes: ['stun'],
  globals: ['window'],
  request: () => ({ ...plainRequest, client: null }),
  blocked: ['rejects DOMException OperationError'],
  detect: () => (typeof RTCPeerConnection === 'function' ? null : 'RTCPeerConnection is not defined'),
  async open({ url, record }) {
    const near = new RTCPeerConnection({ iceServers: [{ urls: url }] });
    const far = new RTCPeerConnection();
    near.onicecandidate = ({ candidate }) => candidate && far.addIceCandidate(candidate);
    far.onicecandidate = ({ candidate }) => candidate && near.addIceCandidate(candidate);
    const channel = near.createDataChannel('connect-src');
    channel.onopen = () => {
      record.event('open');
      record.settled();
      near.close();
    };
    try {
      await near.setLocalDescription(await near.createOffer());
      await far.setRemoteDescription(near.localDescription as RTCSessionDescription);
      await far.setLocalDescription(await far.createAnswer());
      await near.setRemoteDescription(far.localDescription as RTCSessionDescription);
    } catch (error) {
      record.rejects(error);
      record.settled();
    }
  },
} satisfies Mechanism;
