interface Choice {
  readonly words: string[];
  readonly browser: string;
  readonly finding: string;
}

const deviations = ['security', 'compatibility', 'reporting'];

/** Brings the filter bar to life: choices come from the page's query, and go back into it with every change. */
export function startFilters(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-filters]');
  if (!form) return;
  readQuery(form);
  form.hidden = false;
  const update = () => {
    writeQuery(form);
    apply(form);
  };
  form.addEventListener('input', update);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    for (const field of fields(form)) field.value = '';
    update();
  });
  apply(form);
  keepQueryInLinks();
}

function fields(form: HTMLFormElement): Array<HTMLInputElement | HTMLSelectElement> {
  return [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')];
}

function readQuery(form: HTMLFormElement): void {
  const query = new URLSearchParams(location.search);
  for (const field of fields(form)) field.value = query.get(field.name) ?? '';
}

function writeQuery(form: HTMLFormElement): void {
  const query = new URLSearchParams(
    fields(form).flatMap(({ name, value }) => (value ? [[name, value]] : [])),
  );
  const search = query.size > 0 ? `?${query}` : location.pathname;
  history.replaceState(null, '', search + location.hash);
  keepQueryInLinks();
}

/** Links to the same view grouped otherwise take the filters along. */
function keepQueryInLinks(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-keep-query]'))
    link.search = location.search;
}

function apply(form: HTMLFormElement): void {
  const [words = '', browser = '', finding = ''] = fields(form).map(({ value }) => value);
  const choice: Choice = { words: words.toLowerCase().split(/\s+/).filter(Boolean), browser, finding };
  for (const element of document.querySelectorAll<HTMLElement>('main [data-browser]')) {
    element.hidden = browser !== '' && element.dataset.browser !== browser;
  }
  const rows = [...document.querySelectorAll<HTMLTableRowElement>('tr[data-row]')];
  let shown = 0;
  for (const row of rows) {
    row.hidden = !matches(row, choice);
    if (!row.hidden) shown += 1;
  }
  for (const group of document.querySelectorAll<HTMLElement>('[data-group]')) {
    group.hidden = group.querySelector('tr[data-row]:not([hidden])') === null;
    if (group instanceof HTMLDetailsElement && (choice.words.length > 0 || finding !== '')) group.open = true;
  }
  const output = form.querySelector('output');
  if (output) output.value = shown === rows.length ? `${shown} rows` : `${shown} of ${rows.length} rows`;
}

/** The row's own words, and the name of the group it stands in, must hold every word; a row can be one browser's. */
function matches(row: HTMLTableRowElement, { words, browser, finding }: Choice): boolean {
  const whose = row.dataset.browser;
  if (browser !== '' && whose !== undefined && whose !== browser) return false;
  if (words.length > 0) {
    const group = row.closest('[data-group]')?.querySelector('h2')?.textContent ?? '';
    const text = `${group} ${row.textContent}`.toLowerCase();
    if (!words.every((word) => text.includes(word))) return false;
  }
  if (finding === '') return true;
  const wanted = finding === 'deviation' ? deviations : [finding];
  return [...row.cells].some((cell) => {
    if (browser !== '' && (cell.dataset.browser ?? whose) !== browser) return false;
    return wanted.some((mark) => cell.querySelector(`.mark.${mark}`) !== null);
  });
}
