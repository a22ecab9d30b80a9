import type { Mechanism, MechanismInPage } from '../mechanism.ts';

/** `<track>`: governed by media-src. */
export default {
  name: 'track',
  spec: 'HTML#start-the-track-processing-model',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => ({ destination: 'track', mode: 'cors', redirect: 'follow' }),
  response: { contentType: 'text/vtt', body: 'WEBVTT\n\n' },
  blocked: ['error'],
  snippet: [
    "const video = document.createElement('video');",
    "video.crossOrigin = 'anonymous';",
    "const track = document.createElement('track');",
    'track.onload = track.onerror = console.log;',
    'track.src = URL;',
    'video.append(track);',
    'document.body.append(video);',
    "track.track.mode = 'hidden';",
  ],
} satisfies Mechanism;

export const inPage = {
  detect: () => (typeof HTMLTrackElement === 'function' ? null : 'HTMLTrackElement is not defined'),
  open({ url, record }) {
    const video = document.createElement('video');
    video.crossOrigin = 'anonymous';
    const track = document.createElement('track');
    for (const name of ['load', 'error'])
      track.addEventListener(name, () => {
        record.event(name);
        record.settled();
      });
    track.src = url;
    video.append(track);
    document.body.append(video);
    // A track is loaded when somebody looks at it.
    track.track.mode = 'hidden';
  },
} satisfies MechanismInPage;
