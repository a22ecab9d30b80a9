/** Makes an element of the page; text in it is text, and no markup. */
export function element(name: string, className: string, ...children: Array<Node | string>): HTMLElement {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}
