import type { BrowserRecord } from '../results/schema.ts';
import { type Html, html } from './html.ts';
import { tint } from './marks.ts';
import { agreement, type Tally, tallyLink } from './tally.ts';

/** The head of a matrix: what the rows are, one column a browser, and how many agree with the specification. */
export function matrixHead(what: string, browsers: readonly BrowserRecord[]): Html {
  return html`<thead><tr><th scope="col">${what}</th>${browserHeadings(browsers)}<th scope="col">Agreement <small>with the spec</small></th></tr></thead>`;
}

/** How many browsers have room in a matrix without scrolling. */
const ROOM = 6;

/** A matrix as it stands on a page: with more browsers than there is room for, it scrolls by itself, and the page does not. */
export const matrixRoom = (browsers: readonly BrowserRecord[], label: string, table: Html): Html =>
  browsers.length <= ROOM
    ? table
    : html`<div class="scroll wide" tabindex="0" role="group" aria-label="${label}">${table}</div>`;

/** One heading a browser; like the cells below it, it is hidden where another browser is chosen. */
export const browserHeadings = (browsers: readonly BrowserRecord[]): Html[] =>
  browsers.map(
    ({ name, version }) =>
      html`<th scope="col" data-browser="${name}">${name} <small>${version}</small></th>`,
  );

/** The cells of a row, each a link to what lies behind it. */
export function matrixCells(
  tallies: ReadonlyMap<string, Tally>,
  browsers: readonly BrowserRecord[],
  linkTo: (browser: string) => string,
): Html {
  const { agree, judged } = agreement([...tallies.values()]);
  return html`${browsers.map(({ name }) => {
    const tally = tallies.get(name);
    return html`<td data-browser="${name}"${tally && tint(...tally.present())}>${tally && tallyLink(tally, linkTo(name))}</td>`;
  })}<td class="agreement" data-label="agreement">${judged === 0 ? html`<span class="quiet">none judged</span>` : `${agree} of ${judged}`}</td>`;
}
