import type { Call } from '../mechanism.ts';

/** Puts an element that loads something into body and records whether it fires `load` or `error`. */
export function insertElement(element: HTMLElement, { record }: Call): void {
  for (const name of ['load', 'error'])
    element.addEventListener(name, () => {
      record.event(name);
      record.settled();
    });
  document.body.append(element);
}

/** Null where `<link>` knows this relation. */
export const hasRelation = (relation: string): string | null =>
  document.createElement('link').relList.supports(relation)
    ? null
    : `<link> does not support rel=${relation}`;

/** Puts a `<link>` with these attributes into head and records whether it fires `load` or `error`. */
export function insertLink({ url, record }: Call, attributes: Record<string, string>): void {
  const link = document.createElement('link');
  for (const [name, value] of Object.entries(attributes)) link.setAttribute(name, value);
  for (const name of ['load', 'error'])
    link.addEventListener(name, () => {
      record.event(name);
      record.settled();
    });
  link.href = url;
  document.head.append(link);
}

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
