import type { Mechanism, MechanismInPage } from '../mechanism.ts';
import { insertMedia, silence } from '../support/elements.ts';

/** `<audio>`: governed by media-src. */
export default {
  name: 'audio',
  spec: 'HTML#concept-media-load-resource',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => ({ destination: 'audio', mode: 'no-cors', redirect: 'follow' }),
  response: { contentType: 'audio/wav', body: silence },
  blocked: ['error code 4'],
  snippet: [
    "const audio = document.createElement('audio');",
    'audio.onloadedmetadata = audio.onerror = console.log;',
    'audio.src = URL;',
    'document.body.append(audio);',
  ],
} satisfies Mechanism;

export const inPage = {
  detect: () =>
    document.createElement('audio').canPlayType('audio/wav') === '' ? '<audio> cannot play audio/wav' : null,
  open: (call) => insertMedia('audio', call),
} satisfies MechanismInPage;
