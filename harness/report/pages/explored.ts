import type { ExplorationRecord } from '../../results/exploration-schema.ts';
import { shellQuote } from '../../results/rerun-command.ts';
import { reference } from '../anchors.ts';
import { type Html, html } from '../html.ts';
import { layout } from '../layout.ts';
import type { Report } from '../report.ts';
import { block, clip, code, count, listed, moment } from '../text.ts';

/** The file of the page, which only a report with an exploration has. */
export const EXPLORED = 'explored.html';

/** How many discoveries are shown with their documents. */
const SHOWN = 100;

type Discovery = ExplorationRecord['discoveries'][number];
type Invariant = ExplorationRecord['invariants'][string];

/** How much was explored, in a sentence. */
export function exploredInBrief({ documents, browsers, minutes }: ExplorationRecord): string {
  const verdicts = Object.values(browsers).reduce((sum, one) => sum + one.verdicts, 0);
  const names = Object.entries(browsers).map(([name, { version }]) => `${name} ${version}`);
  return `${count(documents, 'document')} and ${count(verdicts, 'verdict')} in ${count(minutes, 'minute')}, in ${listed(names)}.`;
}

/** What generated documents showed: how many there were, which invariants held, and what is new. */
export function exploredPage(report: Report, exploration: ExplorationRecord): string {
  const { discoveries, known, unstable, left, seed, startedAt } = exploration;
  return layout({
    title: 'Explored',
    section: 'index.html',
    generator: report.results.generator,
    main: html`<h1>Explored</h1>
<p class="lead">${exploredInBrief(exploration)} Nobody wrote these documents: they were generated from seed ${seed} on ${moment(startedAt)},
and so were the variants that each was compared with, whose verdicts are counted too.</p>
<p>To generate the same documents again:</p>
${block(command(exploration))}
${newSection(discoveries)}
${invariantSection(Object.values(exploration.invariants))}
${browserSection(exploration)}
<section><h2>Known causes met</h2>
<p class="quiet">Findings whose smallest document is that of a recorded cause. Events, reports and outcomes that are recorded of a browser are not counted here.</p>
${listOf(Object.entries(known).map(([cause, times]) => html`${code(cause)} ${count(times, 'time')}`))}</section>
<section><h2>Left open</h2>
<p>${count(left, 'finding')} not shrunk, and ${unstable.length} not seen again in a fresh browser.</p>
${unstable.length > 0 && listOf(unstable.slice(0, SHOWN).map((says) => html`${clip(says, 400)}`))}</section>`,
  });
}

const command = ({ seed, minutes, browsers }: ExplorationRecord): string =>
  `npx connect-src explore --seed ${seed} --minutes ${minutes} --browsers ${shellQuote(Object.keys(browsers).join(','))}`;

function newSection(discoveries: readonly Discovery[]): Html {
  return html`<section><h2 id="new">${count(discoveries.length, 'finding')} that ${discoveries.length === 1 ? 'is' : 'are'} new</h2>
${
  discoveries.length === 0
    ? html`<p class="quiet">Nothing that is not recorded already.</p>`
    : html`<p class="quiet">Each shrunk to the smallest document that shows it, and seen twice more in a fresh browser.</p>`
}
${discoveries.slice(0, SHOWN).map(discoveryArticle)}
${discoveries.length > SHOWN && html`<p>And ${discoveries.length - SHOWN} more in <code>exploration.json</code>.</p>`}</section>`;
}

const against: Readonly<Record<Discovery['kind'], string>> = {
  specification: 'not as specified',
  differential: 'browsers differ',
  invariant: 'an invariant is broken',
};

function discoveryArticle({ id, kind, says, again, browsers, document }: Discovery): Html {
  const where = Object.entries(browsers).map(([name, version]) => `${name} ${version}`);
  return html`<article><h3><code>${clip(id, 100)}</code> <small>${against[kind]}, in ${listed(where)}</small></h3>
<p>${clip(says, 400)}</p>${again !== undefined && html`<p class="quiet">This is ${code(again)}, which was to be found again.</p>`}
${block(JSON.stringify(document, null, 1))}</article>`;
}

function invariantSection(invariants: readonly Invariant[]): Html {
  return html`<section aria-labelledby="invariants"><h2 id="invariants">Invariants</h2>
<p class="quiet">What is true whatever the details of the text. A connection was compared with its like in a variant of its document, in the same browser.</p>
<div class="scroll" tabindex="0" role="group" aria-labelledby="invariants"><table><caption class="sr">Invariants, and whether they held</caption>
<thead><tr><th scope="col">Invariant</th><th scope="col">Connections</th><th scope="col">Held</th></tr></thead><tbody>
${invariants.map(
  ({ states, spec, asked, ...found }) =>
    html`<tr><th scope="row">${clip(states, 300)} <small>${reference(spec)}</small></th><td class="number">${asked.toLocaleString('en')}</td><td>${held(asked, found)}</td></tr>\n`,
)}</tbody></table></div></section>`;
}

function held(asked: number, { broken, unexplained }: Pick<Invariant, 'broken' | 'unexplained'>): Html {
  if (asked === 0) return html`<span class="mark unsupported">not asked</span>`;
  if (broken === 0) return html`<span class="mark conforms">held</span>`;
  if (unexplained === 0)
    return html`broken ${count(broken, 'time')} <small>each by a deviation from the specification</small>`;
  return html`<span class="mark refuted">broken</span> ${count(broken, 'time')} <small>${unexplained} with no deviation from the specification to explain it</small>`;
}

function browserSection({ browsers }: ExplorationRecord): Html {
  return html`<section aria-labelledby="browsers"><h2 id="browsers">Browsers</h2>
<div class="scroll" tabindex="0" role="group" aria-labelledby="browsers"><table><caption class="sr">Browsers that explored</caption>
<thead><tr><th scope="col">Browser</th><th scope="col">Version</th><th scope="col">Verdicts</th><th scope="col">A second</th></tr></thead><tbody>
${Object.entries(browsers).map(
  ([name, { version, verdicts, seconds }]) =>
    html`<tr><th scope="row">${name}</th><td>${version}</td><td class="number">${verdicts.toLocaleString('en')}</td><td class="number">${Math.round(verdicts / Math.max(seconds, 1))}</td></tr>\n`,
)}</tbody></table></div></section>`;
}

function listOf(items: readonly Html[]): Html {
  return items.length === 0
    ? html`<p class="quiet">None.</p>`
    : html`<ul>${items.map((item) => html`<li>${item}</li>\n`)}</ul>`;
}
