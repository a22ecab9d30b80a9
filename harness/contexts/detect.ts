/** Null where this global has the constructor; else that it has not. */
export const needs = (name: 'Worker' | 'SharedWorker') => (): string | null =>
  name in globalThis ? null : `${name} is not defined`;

/** Null where service workers can be registered. */
export const needsServiceWorker = (): string | null =>
  'serviceWorker' in navigator ? null : 'navigator.serviceWorker is not defined';
