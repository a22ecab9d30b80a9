/**
 * Puts a frame into the creator.
 *
 * @param sandbox the value of its sandbox attribute; null for none
 */
export function embed(
  body: HTMLElement,
  source: { src?: string; srcdoc?: string; csp?: string },
  sandbox: string | null = null,
): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  if (sandbox !== null) frame.setAttribute('sandbox', sandbox);
  Object.assign(frame, source);
  body.append(frame);
  return frame;
}

/**
 * Puts a frame into the creator, leads it on to another document, and back again through the history. Without `sandbox` only
 * for the second visit, so that its script runs in the restored document alone.
 *
 * @param source what the frame shows first and last
 * @param elsewhere the URL of a document of the creator's origin
 * @param between what happens while the frame is there
 */
export function embedAndReturn(
  body: HTMLElement,
  source: { src?: string; srcdoc?: string },
  elsewhere: string,
  between: () => void,
): void {
  const frame = embed(body, source, 'allow-same-origin');
  inTurn(
    frame,
    () => Object.assign(frame.contentWindow as object, { location: elsewhere }),
    () => {
      frame.removeAttribute('sandbox');
      between();
      frame.contentWindow?.history.back();
    },
  );
}

/**
 * Takes one step after each load of a frame. A navigation has an entry of its own in the history only where it begins after
 * the load before is over.
 */
export function inTurn(frame: HTMLIFrameElement, ...steps: (() => void)[]): void {
  frame.addEventListener('load', () => setTimeout(() => steps.shift()?.()));
}

/** Markup of a document that holds a srcdoc frame with this markup, and passes on to its parent what that says. */
export function nest(markup: string): string {
  const frame = document.createElement('iframe');
  frame.setAttribute('srcdoc', markup);
  return `<!doctype html><body>${frame.outerHTML}<script>addEventListener('message', ({ data }) => parent.postMessage(data, '*'))</script>`;
}

/**
 * Null where a frame keeps the initial about:blank that it begins with. A Firefox before 148 loads another about:blank in
 * its place, later, so that what script has put into the first is lost (https://bugzilla.mozilla.org/show_bug.cgi?id=543435).
 */
export async function keepsInitialDocument(): Promise<string | null> {
  const frame = document.createElement('iframe');
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  const initial = frame.contentDocument;
  await loaded;
  const kept = frame.contentDocument === initial;
  frame.remove();
  return kept ? null : 'another document takes the place of the initial about:blank';
}

/** Writes a document anew: it is the same one after, with the URL of the document that this script belongs to. */
export function write(child: Document, markup: string): void {
  child.open();
  child.write(markup);
  child.close();
}

/** Builds the agent's document inside an initial about:blank by inserting elements one by one, so that its URL stays. */
export function fill(child: Document, markup: string): void {
  const source = new DOMParser().parseFromString(markup, 'text/html');
  for (const element of source.head.children) child.head.append(alive(child, element));
}

/**
 * Leads a frame that is being loaded on to `about:blank`, once it is there, and builds the agent's document inside.
 *
 * @param frame an element that was just given a URL of the creator's origin
 */
export function leadToAboutBlank(frame: HTMLIFrameElement, markup: string): void {
  inTurn(
    frame,
    () => Object.assign(frame.contentWindow as object, { location: 'about:blank' }),
    () => fill(frame.contentDocument as Document, markup),
  );
}

/** Puts an object element into the creator that shows a document. */
export function embedObject(body: HTMLElement, data: string): void {
  body.append(Object.assign(document.createElement('object'), { type: 'text/html', data }));
}

/** A copy that works: scripts of a parsed document never run, and metas have been looked at already. */
function alive(child: Document, element: Element): Element {
  const copy = child.createElement(element.localName);
  for (const { name, value } of element.attributes) copy.setAttribute(name, value);
  copy.textContent = element.textContent;
  return copy;
}

/**
 * Opens a window that closes when its creator goes.
 *
 * @throws Error where the browser keeps popups from opening
 */
export function openPopup(url: string): Window {
  const popup = window.open(url);
  if (popup === null) throw new Error('window.open gave no window');
  addEventListener('pagehide', () => popup.close());
  return popup;
}
