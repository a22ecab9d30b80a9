import { type Html, html } from './html.ts';
import { type Mark, tint } from './marks.ts';
import type { VersionCell } from './version-band.ts';

/** One row of a table of versions: what it is about, in words, and what each version shows. */
export interface VersionRow {
  heading: Html;
  cells: readonly VersionCell[];
}

/**
 * Rows × versions, drawn: where something is shown, a band of its colour runs through the versions, with a glyph where it
 * was measured. Each cell says the same in words to who does not see it.
 *
 * @param what the rows are
 * @param product the filter's word for it
 * @param labelOf a version by its name, as short as its column is
 */
export function versionTable(
  what: string,
  product: string,
  labelOf: (name: string) => string,
  rows: readonly VersionRow[],
): Html {
  const names = rows[0]?.cells.map(({ name }) => name) ?? [];
  const caption = `${what} by version of ${product}`;
  return html`<div class="scroll wide" tabindex="0" role="group" aria-label="${caption}"><table class="matrix versions">
<caption class="sr">${caption}</caption><thead><tr><th scope="col">${what}</th>${names.map(
    (name) => html`<th scope="col">${labelOf(name)}</th>`,
  )}</tr></thead><tbody>
${rows.map(
  ({ heading, cells }) =>
    html`<tr data-row data-browser="${product}"><th scope="row">${heading}</th>${cells.map((one) => cell(one, labelOf(one.name)))}</tr>\n`,
)}</tbody></table></div>`;
}

function cell({ how, answer }: VersionCell, label: string): Html {
  const told = (words: string) => html`<span class="sr">${words}</span>`;
  if (answer === null) return html`<td class="unknown" data-label="${label}">${told('not measured')}</td>`;
  const { mark, words } = answer;
  if (how === 'taken')
    return html`<td data-label="${label}"${mark && tint(mark)}>${told(`not measured, taken to be: ${words}`)}</td>`;
  return html`<td data-label="${label}"${mark && tint(mark)} title="${words}">${
    mark === null ? html`<span aria-hidden="true">·</span>${told(words)}` : badgeOf(mark, words)
  }</td>`;
}

/** The glyph alone is seen; the words are for who does not see it. */
const badgeOf = (mark: Mark, words: string): Html =>
  html`<span class="mark ${mark}"><span class="sr">${words}</span></span>`;
