import type { Call } from './mechanism.ts';

/** Puts a media element that loads at once into body; `loadstart` comes before any check and is not recorded. */
export function insertMedia(kind: 'audio' | 'video', { url, record }: Call): void {
  const media = document.createElement(kind);
  media.preload = 'auto';
  media.addEventListener('loadedmetadata', () => {
    record.event('loadedmetadata');
    record.settled();
  });
  media.addEventListener('error', () => {
    record.event('error', `code ${media.error?.code}`);
    record.settled();
  });
  media.src = url;
  document.body.append(media);
}

/** Eight samples of silence: a WAVE file every browser plays. */
export const silence =
  'RIFF\x2c\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0\x01\0\x08\0data\x08\0\0\0\x80\x80\x80\x80\x80\x80\x80\x80';
