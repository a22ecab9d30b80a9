import { addressOf, draftOf } from '../anchors.ts';

/**
 * Makes the names of specification steps links once their list is opened. The names say it all, and a site has a hundred
 * thousand of them: spelt out in the pages, their addresses were the larger part of every list.
 */
export function linkSteps(): void {
  for (const list of document.querySelectorAll<HTMLDetailsElement>('details.oracle'))
    list.addEventListener('toggle', () => {
      for (const name of list.querySelectorAll('cite')) link(name);
    });
}

function link(name: HTMLElement): void {
  const address = addressOf(name.textContent ?? '');
  if (address === null || name.querySelector('a')) return;
  const made = Object.assign(document.createElement('a'), { href: address, textContent: name.textContent });
  const day = draftOf(name.textContent ?? '');
  name.replaceChildren(made, ...(day === null ? [] : [` (draft of ${day})`]));
}
