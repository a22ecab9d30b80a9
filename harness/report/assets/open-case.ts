/** Opens the case or the steps that the page's fragment names, and names the case that is opened in the fragment. */
export function startOpenCase(): void {
  addEventListener('hashchange', openNamed);
  for (const one of document.querySelectorAll<HTMLDetailsElement>('details.case')) {
    one.addEventListener('toggle', () => {
      if (one.open && !namedBy(location.hash)?.closest('details.case')?.isSameNode(one)) {
        history.replaceState(null, '', `#${encodeURIComponent(one.id)}`);
      }
    });
  }
  openNamed();
}

/** The element of this id, or of what follows the scenario's: links used to hold a case's whole id. */
function namedBy(hash: string): HTMLElement | null {
  const id = decodeFragment(hash.slice(1));
  return document.getElementById(id) ?? document.getElementById(id.slice(id.indexOf('/') + 1));
}

/** A fragment as typed by hand may hold a lone percent sign. */
function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function openNamed(): void {
  const named = namedBy(location.hash);
  if (!named) return;
  for (let up: HTMLElement | null = named; up; up = up.parentElement) {
    if (up instanceof HTMLDetailsElement) up.open = true;
    up.hidden = false;
  }
  named.scrollIntoView({ block: 'start' });
  if (!named.matches('summary, a, main')) {
    const focusable = named.querySelector<HTMLElement>(':scope > summary') ?? named;
    if (focusable === named) named.tabIndex = -1;
    focusable.focus({ preventScroll: true });
  }
}
