import type { Mechanism, MechanismInPage } from '../mechanism.ts';
import { insertMedia, silence } from '../support/elements.ts';

/** `<video>`: governed by media-src. A video of sound alone is one, too. */
export default {
  name: 'video',
  spec: 'HTML#concept-media-load-resource',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => ({ destination: 'video', mode: 'no-cors', redirect: 'follow' }),
  response: { contentType: 'audio/wav', body: silence },
  blocked: ['error code 4'],
  snippet: [
    "const video = document.createElement('video');",
    'video.onloadedmetadata = video.onerror = console.log;',
    'video.src = URL;',
    'document.body.append(video);',
  ],
} satisfies Mechanism;

export const inPage = {
  detect: () =>
    document.createElement('video').canPlayType('audio/wav') === '' ? '<video> cannot play audio/wav' : null,
  open: (call) => insertMedia('video', call),
} satisfies MechanismInPage;
