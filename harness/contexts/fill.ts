/** Builds the agent's document inside an initial about:blank by inserting elements one by one, so that its URL stays. */
export function fill(child: Document, markup: string): void {
  const source = new DOMParser().parseFromString(markup, 'text/html');
  for (const element of source.head.children) child.head.append(alive(child, element));
}

/** A copy that works: scripts of a parsed document never run, and metas have been looked at already. */
function alive(child: Document, element: Element): Element {
  const copy = child.createElement(element.localName);
  for (const { name, value } of element.attributes) copy.setAttribute(name, value);
  copy.textContent = element.textContent;
  return copy;
}
