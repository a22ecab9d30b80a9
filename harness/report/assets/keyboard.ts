/** `/` goes to the filter; arrow keys walk the cells of a matrix; Escape leaves the filter. */
export function startKeyboard(): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
    const search = document.querySelector<HTMLInputElement>('form[data-filters] input');
    if (event.key === '/' && search && !event.target.matches('input, textarea, select')) {
      search.focus();
      event.preventDefault();
    } else if (event.key === 'Escape' && event.target === search) {
      search.value = '';
      search.dispatchEvent(new Event('input', { bubbles: true }));
    } else if (event.key.startsWith('Arrow')) {
      const next = neighbour(event.target, event.key);
      if (next) {
        next.focus();
        event.preventDefault();
      }
    }
  });
}

const steps: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The link in the next visible cell in the direction of the key, where the focus stands in a matrix. */
function neighbour(from: HTMLElement, key: string): HTMLElement | null {
  const cell = from.closest('td, th');
  const table = cell?.closest('table.matrix');
  const [down, right] = steps[key] ?? [0, 0];
  if (!(cell instanceof HTMLTableCellElement) || !table) return null;
  const rows = [...document.querySelectorAll<HTMLTableRowElement>('table.matrix tbody tr')].filter(
    (row) => row.offsetParent !== null,
  );
  const row = rows[rows.indexOf(cell.parentElement as HTMLTableRowElement) + down];
  const cells = row ? [...row.cells].filter(({ hidden }) => !hidden) : [];
  const own = [...(cell.parentElement as HTMLTableRowElement).cells].filter(({ hidden }) => !hidden);
  return cells[own.indexOf(cell) + right]?.querySelector('a') ?? null;
}
