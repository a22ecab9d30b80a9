import {
  type DeviationSeries,
  datedTransitions,
  deviationsOverTime,
  type History,
} from '../../compare/history.ts';
import { historyPicture } from '../history-picture.ts';
import { type Html, html, trusted } from '../html.ts';
import { layout } from '../layout.ts';
import { anchorOf } from '../links.ts';
import type { Report } from '../report.ts';
import { caseLink } from '../scenario-link.ts';
import { code, count, moment } from '../text.ts';

/** How many transitions are spelt out, the latest first. */
const SHOWN = 500;

/** Deviations over time per browser, and when each case changed; null where no history is kept. */
export function historyPage(report: Report, history: History | null): string {
  return layout({
    title: 'History',
    section: 'history.html',
    generator: report.results.generator,
    main: html`<h1>History</h1>
${
  history
    ? past(report, history)
    : html`<p class="lead">No history is kept of this run.
<code>npx connect-src nightly --history DIR</code> keeps one, and shows it here.</p>`
}`,
  });
}

function past(report: Report, history: History): Html {
  return html`<p class="lead">${count(history.runs.length, 'run')}. Numbers count deviating cases, known and new;
they compare a browser with its own past and with nothing else.</p>
<div class="picture">${trusted(historyPicture(history))}</div>
${deviationsOverTime(history).map(seriesTable)}
${transitions(report, history)}`;
}

function seriesTable({ browser, points }: DeviationSeries): Html {
  const id = anchorOf('over-time', browser);
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${browser}</h2>
<div class="scroll" tabindex="0" role="group" aria-labelledby="${id}"><table><caption class="sr">Deviating cases of ${browser} by run</caption>
<thead><tr><th scope="col">Run</th><th scope="col">Version</th><th scope="col">Security</th>
<th scope="col">Compatibility</th><th scope="col">Reporting</th></tr></thead><tbody>
${points.map(
  ({ at, version, counts }) =>
    html`<tr><th scope="row">${moment(at)}</th><td>${version}</td>
<td class="number">${counts.security}</td><td class="number">${counts.compatibility}</td>
<td class="number">${counts.reporting}</td></tr>\n`,
)}</tbody></table></div></section>`;
}

function transitions(report: Report, history: History): Html {
  const cases = new Map(report.results.cases.map((one) => [one.id, one]));
  const all = datedTransitions(history).reverse();
  return html`<section aria-labelledby="transitions"><h2 id="transitions">Transitions</h2>
${all.length === 0 && html`<p class="quiet">No case changed.</p>`}
<ul>${all.slice(0, SHOWN).map((one) => {
    const known = cases.get(one.case);
    const name = known
      ? html`<a href="${caseLink('', known, one.browser)}">${code(one.case, 300)}</a>`
      : code(one.case, 300);
    return html`<li>${moment(one.at)} ${one.browser} ${one.version}: ${one.kind}, ${name}
<small>${one.from?.verdict ?? 'no result'} → ${one.to?.verdict ?? 'no result'}</small></li>\n`;
  })}</ul>${all.length > SHOWN && html`<p>And ${all.length - SHOWN} earlier ones in the history’s files.</p>`}</section>`;
}
