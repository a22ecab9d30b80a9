import type { CaseState, Changes, Transition } from '../../compare/changes.ts';
import { browserLine } from '../../compare/changes-in-words.ts';
import { type Html, html } from '../html.ts';
import { layout } from '../layout.ts';
import type { Report } from '../report.ts';
import { caseLink, scenarioFile } from '../scenario-link.ts';
import { clip, code, count, moment } from '../text.ts';

const directions = [
  { direction: 'worse', heading: 'Got worse' },
  { direction: 'better', heading: 'Got better' },
  { direction: 'different', heading: 'Changed otherwise' },
] as const;

/** How many lines a list spells out. */
const SHOWN = 500;

/** What is not the same as in the run before; null where this run was compared with none. */
export function changesPage(report: Report, changes: Changes | null): string {
  return layout({
    title: 'Changes',
    section: 'changes.html',
    generator: report.results.generator,
    main: html`<h1>Changes</h1>
${
  changes
    ? compared(report, changes)
    : html`<p class="lead">This run was not compared with another.
<code>npx connect-src diff A B</code> compares two results files, and
<code>npx connect-src nightly --history DIR</code> compares with the run before.</p>`
}`,
  });
}

function compared(report: Report, changes: Changes): Html {
  const cases = new Map(report.results.cases.map((one) => [one.id, one]));
  const caseReference = (id: string, browser?: string) => {
    const one = cases.get(id);
    return one ? html`<a href="${caseLink('', one, browser)}">${code(id, 300)}</a>` : code(id, 300);
  };
  const scenarios = new Set(report.scenarios.map(({ scenario }) => scenario.id));
  const scenarioReference = (id: string) =>
    scenarios.has(id) ? html`<a href="${scenarioFile(id)}">${id}</a>` : id;
  return html`<p class="lead">From the run of ${moment(changes.from.startedAt)} to the run of ${moment(changes.to.startedAt)}. Only what is not the same is listed.</p>
<section><h2>Browsers</h2>${list(
    changes.browsers.map((one) => html`${browserLine(one)}`),
    'The same browsers, in the same versions.',
  )}</section>
${directions.map(({ direction, heading }) => {
  const of = changes.transitions.filter((one) => one.direction === direction);
  return html`<section class="direction ${direction}"><h2>${heading} <small>${count(of.length, 'case')}</small></h2>${list(
    of.map(
      (one) =>
        html`<strong>${one.browser}</strong> ${one.kind}: ${caseReference(one.case, one.browser)}${move(one)}`,
    ),
    'Nothing.',
  )}</section>`;
})}
<section><h2>No longer known</h2>${list(
    changes.missing.map((one) => html`${scenarioReference(one.scenario)} in ${one.browser}: ${one.reason}`),
    'Nothing.',
  )}</section>
<section><h2>Cases</h2>
<h3>${count(changes.added.length, 'new case')}</h3>${list(
    changes.added.map((id) => caseReference(id)),
    'None.',
  )}
<h3>${count(changes.removed.length, 'removed case')}</h3>${list(
    changes.removed.map((id) => code(id, 300)),
    'None.',
  )}
<h3>${count(changes.redefined.length, 'redefined case')}</h3>${list(
    changes.redefined.map(
      ({ case: id, from, to }) =>
        html`${caseReference(id)}: expected ${from.expected} → ${to.expected}, spec ${from.spec} → ${to.spec}`,
    ),
    'None.',
  )}</section>`;
}

function move({ from, to }: Transition): Html {
  return html`<br><small>${stateText(from)} → ${stateText(to)}</small>`;
}

const stateText = (one: CaseState | null) =>
  one ? html`${one.verdict}, ${one.status}, script saw ${clip(one.outcome, 200)}` : html`no result`;

function list(items: readonly Html[], none: string): Html {
  if (items.length === 0) return html`<p class="quiet">${none}</p>`;
  return html`<ul>${items.slice(0, SHOWN).map((item) => html`<li>${item}</li>\n`)}</ul>${
    items.length > SHOWN && html`<p>And ${items.length - SHOWN} more.</p>`
  }`;
}
