import type { Call } from './mechanism.ts';

/** Puts an element that loads something into body and records whether it fires `load` or `error`. */
export function insertElement(element: HTMLElement, { record }: Call): void {
  for (const name of ['load', 'error'])
    element.addEventListener(name, () => {
      record.event(name);
      record.settled();
    });
  document.body.append(element);
}
