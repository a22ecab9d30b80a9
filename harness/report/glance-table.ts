import { type Frequent, type GlanceCell, type GlanceRow, glanceRows } from './glance.ts';
import { type Html, html } from './html.ts';
import { anchorOf, fragment } from './links.ts';
import { badge, type Mark, tint } from './marks.ts';
import { browserHeadings, matrixRoom } from './matrix-table.ts';
import { mechanismVersions } from './mechanism-versions.ts';
import type { Report } from './report.ts';
import { count } from './text.ts';
import { shortVersion, sinceInWords } from './version-span.ts';

/** Mechanism × browser as a compatibility table: what connect-src governs, how a block looks, and whether it is told. */
export function glance(report: Report): Html | null {
  const rows = glanceRows(report);
  const since = sinceWhen(report);
  if (rows.length === 0) return null;
  const governed = rows.filter((row) => row.governed);
  const others = rows.filter((row) => !row.governed);
  return html`<section aria-labelledby="glance"><h2 id="glance">At a glance</h2>
<p class="quiet">What each mechanism does where <code>connect-src</code> does not match: whether the connection is blocked, what
script sees of that, and whether a <code>securitypolicyviolation</code> event is fired. From the plain cases alone: in a document
or a frame, with no redirect. Where they differ, the most frequent answer stands here; a cell opens all cases. What is not as the
specification says has a colour. “–” was not measured.${
    since.size > 0 &&
    html`
“≤” before a version means it or an earlier one: see <a href="versions.html">Versions</a>.`
  }</p>
${governed.length > 0 && table(report, governed, since, 'Mechanisms governed by connect-src, by browser')}
${
  others.length > 0 &&
  html`<details class="ungoverned"><summary>${count(others.length, 'mechanism')} that connect-src does not govern</summary>
${table(report, others, new Map(), 'Mechanisms that connect-src does not govern, by browser')}</details>`
}</section>`;
}

/** By browser and mechanism, since which version it is blocked. */
type Since = ReadonlyMap<string, ReadonlyMap<string, string>>;

function sinceWhen(report: Report): Since {
  return new Map(
    (report.results.timelines ?? []).flatMap((timeline) => {
      const mechanisms = mechanismVersions(report, timeline);
      return report.browsers
        .filter(({ name }) => timeline.browsers.includes(name))
        .map(({ name, engine }) => {
          const short = (version: string) => shortVersion(version, engine);
          const words = mechanisms.flatMap(({ mechanism, blocked }) =>
            blocked ? [[mechanism, sinceInWords(blocked, short)] as const] : [],
          );
          return [name, new Map(words)] as const;
        });
    }),
  );
}

const table = (report: Report, rows: readonly GlanceRow[], since: Since, caption: string): Html =>
  matrixRoom(
    report.browsers,
    caption,
    html`<table class="matrix glance"><caption class="sr">${caption}</caption>
<thead><tr><th scope="col">Mechanism</th>${browserHeadings(report.browsers)}</tr></thead><tbody>
${rows.map(
  (row) =>
    html`<tr><th scope="row"><span class="mechanism">${row.mechanism}</span>${
      !row.governed &&
      row.directive !== null &&
      html` <small>governed by <code>${row.directive}</code></small>`
    }</th>${report.browsers.map(({ name }) => cell(row, name, since.get(name)?.get(row.mechanism)))}</tr>\n`,
)}</tbody></table>`,
  );

function cell(row: GlanceRow, browser: string, since: string | undefined): Html {
  const one = row.cells.get(browser);
  if (one === undefined)
    return html`<td data-browser="${browser}"><span aria-hidden="true">–</span><span class="sr">not measured</span></td>`;
  const { marked, quiet, out } = row.governed ? governedWords(one) : ungovernedWords(one);
  if (since !== undefined && one.blocked > 0) quiet.push(since);
  const link = `matrix-by-mechanism.html?browser=${encodeURIComponent(browser)}${fragment(anchorOf('mechanism', row.mechanism))}`;
  return html`<td data-browser="${browser}"${tint(...marked.map(([mark]) => mark))}><a href="${link}">${marked.map(
    ([mark, words]) => badge(mark, words),
  )}${quiet.length > 0 && html`<small>${quiet.join(' · ')}</small>`}${out && html`<small class="out">${out}</small>`}</a></td>`;
}

/** What a cell says: what has a mark, what goes without saying, and how many connections got out where most did not. */
interface Words {
  marked: (readonly [Mark, string])[];
  quiet: string[];
  out: string | null;
}

function governedWords({ judged, blocked, without, look, event }: GlanceCell): Words {
  if (without !== null) return { marked: [[without, without]], quiet: [], out: null };
  const free = judged - blocked;
  if (blocked === 0) return { marked: [['security', 'not blocked']], quiet: [], out: null };
  const some = `${free.toLocaleString('en')} of ${judged.toLocaleString('en')} let out`;
  const mostly = free * 2 <= judged;
  const words: Words = {
    marked: [mostly ? ['conforms', 'blocked'] : ['security', some]],
    quiet: [],
    out: mostly && free > 0 ? some : null,
  };
  for (const [answer, mark] of [[look, 'compatibility'] as const, [event, 'reporting'] as const]) {
    if (answer === null) continue;
    if (answer.deviates) words.marked.push([mark, often(answer)]);
    else words.quiet.push(often(answer));
  }
  return words;
}

function ungovernedWords({ judged, blocked, without }: GlanceCell): Words {
  const words = (mark: Mark, text: string): Words => ({ marked: [[mark, text]], quiet: [], out: null });
  if (without !== null) return words(without, without);
  if (blocked === 0) return words('conforms', 'not blocked');
  return words(
    'compatibility',
    blocked === judged ? 'blocked' : `${blocked} of ${count(judged, 'case')} blocked`,
  );
}

const often = ({ words, always }: Frequent): string => (always ? words : `mostly ${words}`);
