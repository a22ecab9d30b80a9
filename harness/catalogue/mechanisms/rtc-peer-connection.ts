import { type Mechanism, type MechanismInPage, plainRequest } from '../mechanism.ts';

/**
 * `RTCPeerConnection`: no request of Fetch, so that only the directive `webrtc` speaks of it. The URL is the server it may
 * ask for its address; the other end is a second one in the same document, and a channel between them the evidence.
 */
export default {
  name: 'RTCPeerConnection',
  spec: 'CSP#directive-webrtc',
  schemes: ['stun'],
  globals: ['window'],
  request: () => ({ ...plainRequest, webrtc: true }),
  blocked: ['connectionstatechange failed'],
  snippet: [
    'const connection = new RTCPeerConnection({ iceServers: [{ urls: URL }] });',
    'connection.onicecandidate = connection.onicecandidateerror = console.log;',
    "connection.createDataChannel('x');",
    'connection.setLocalDescription().then(console.log, console.error);',
  ],
} satisfies Mechanism;

export const inPage = {
  detect: () => (typeof RTCPeerConnection === 'function' ? null : 'RTCPeerConnection is not defined'),
  async open({ url, record }) {
    const near = new RTCPeerConnection({ iceServers: [{ urls: url }] });
    const far = new RTCPeerConnection();
    near.onicecandidate = ({ candidate }) => candidate && far.addIceCandidate(candidate);
    far.onicecandidate = ({ candidate }) => candidate && near.addIceCandidate(candidate);
    // CSP#directive-webrtc: "The connectionState will never transition to 'connected' and instead […] directly […] to 'failed'".
    near.onconnectionstatechange = () => {
      if (near.connectionState !== 'failed') return;
      record.event('connectionstatechange', 'failed');
      record.settled();
    };
    // CA#rtc leaves open how it ends; where the agent may use no candidate, it fails.
    near.oniceconnectionstatechange = () => {
      if (near.iceConnectionState !== 'failed') return;
      record.event('iceconnectionstatechange', 'failed');
      record.settled();
    };
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
} satisfies MechanismInPage;
