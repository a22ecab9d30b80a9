/** Adds a button that copies to every block a reader may want to paste, where the browser lets a page copy. */
export function addCopyButtons(): void {
  if (!navigator.clipboard) return;
  for (const block of document.querySelectorAll<HTMLElement>('.copyable')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Copy';
    button.addEventListener('click', async () => {
      const copied = await navigator.clipboard.writeText(textOf(block)).then(
        () => true,
        () => false,
      );
      button.textContent = copied ? 'Copied' : 'Not allowed';
    });
    block.append(button);
  }
}

/** A block's text, after that of the document it belongs to where it names one: a bug wants both. */
function textOf(block: HTMLElement): string {
  const before = document.getElementById(block.dataset.after ?? '');
  const parts = [...(before?.querySelectorAll('h3, code, p') ?? []), ...block.querySelectorAll('code')];
  return parts
    .filter((part) => !part.parentElement?.matches('h3, p'))
    .map((part) => (part.matches('h3, p') ? `# ${part.textContent}` : part.textContent))
    .join('\n');
}
