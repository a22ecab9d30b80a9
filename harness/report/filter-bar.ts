import type { BrowserRecord } from '../results/schema.ts';
import { type Html, html } from './html.ts';
import { markOrder, marks } from './marks.ts';

/**
 * Filters over the rows of the tables below; its choices live in the page's query, so that a view can be linked.
 * Hidden until the script that answers it runs.
 */
export function filterBar(browsers: readonly Pick<BrowserRecord, 'name'>[]): Html {
  return html`<form class="filters" data-filters hidden role="search" aria-label="Filter the rows">
<label>Words <input type="search" name="q" autocomplete="off" spellcheck="false" aria-keyshortcuts="/"></label>
<label>Browser <select name="browser"><option value="">any</option>${browsers.map(({ name }) => html`<option>${name}</option>`)}</select></label>
<label>Finding <select name="finding"><option value="">any</option><option value="deviation">any deviation</option>${markOrder.map(
    (mark) => html`<option value="${mark}">${marks[mark].word}</option>`,
  )}</select></label>
<button type="reset">Clear</button>
<output aria-live="polite"></output>
</form>`;
}
