import type { Mechanism } from './mechanism.ts';
import { insertMedia, silence } from './media-call.ts';

/** `<audio>`: governed by media-src. */
export default {
  name: 'audio',
  spec: 'HTML#concept-media-load-resource',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => ({ destination: 'audio', mode: 'no-cors', redirect: 'follow' }),
  response: { contentType: 'audio/wav', body: silence },
  blocked: ['error code 4'],
  detect: () =>
    document.createElement('audio').canPlayType('audio/wav') === '' ? '<audio> cannot play audio/wav' : null,
  open: (call) => insertMedia('audio', call),
} satisfies Mechanism;
