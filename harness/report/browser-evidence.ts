import type { CaseRecord, Observation } from '../results/schema.ts';
import type { FacetName } from '../results/verdict.ts';
import { type Html, html } from './html.ts';
import { caseAnchor } from './links.ts';
import { clip, code, count, listed, shortenMarks } from './text.ts';
import { timeline } from './timeline.ts';

/** Everything the witnesses saw of one case in one browser, and how each facet was judged. */
export function browserEvidence(one: CaseRecord, browser: string, observation: Observation): Html {
  const { evidence } = observation;
  const facets = Object.entries(observation.facets) as Array<[FacetName, Facet]>;
  return html`<section class="evidence" id="${caseAnchor(one, browser)}" data-browser="${browser}"><h3>${browser}</h3>
${facetList(facets)}
${timeline(one, evidence)}
${further(evidence)}<p>${evidence.outcome.steps.length === 0 && 'Script saw nothing. '}${consoleLines(evidence.console, shortenMarks(one))}
</section>`;
}

/** What script could ask the browser for afterwards: its Resource Timing entry, and what a `ReportingObserver` was given. */
function further({ outcome: { timing }, observedReports }: Observation['evidence']): Html | null {
  const told = timing && timing.length > 0 ? `Resource Timing tells ${listed(timing)}.` : null;
  const observed =
    observedReports && `A ReportingObserver was given ${count(observedReports.length, 'report')}.`;
  if (!told && !observed) return null;
  return html`<p>${[told, observed].filter(Boolean).join(' ')}</p>\n`;
}

type Facet = Observation['facets'][FacetName];

/** What conforms is named; what deviates is spelt out, with what the specification says. */
function facetList(facets: ReadonlyArray<readonly [FacetName, Facet]>): Html {
  const names = (result: Facet['result']) =>
    facets.filter(([, facet]) => facet.result === result).map(([name]) => name);
  const conforming = names('conforms');
  const unjudged = names('not judged');
  const deviating = facets.filter(([, { result }]) => result === 'deviates');
  return html`<p>${conforming.length > 0 && `Conforms: ${listed(conforming)}. `}${unjudged.length > 0 && `Not judged: ${listed(unjudged)}.`}</p>${
    deviating.length > 0 && html`<dl class="fields facets">${deviating.map(deviatingFacet)}</dl>`
  }`;
}

function deviatingFacet([name, facet]: readonly [FacetName, Facet]): Html {
  const fresh = facet.unexplained && `; not recorded: ${clip(facet.unexplained.join('; '), 400)}`;
  const known = facet.deviations && html`<br><small>known as ${listed(facet.deviations)}${fresh}</small>`;
  return html`<dt class="deviates">Deviates</dt><dd><strong>${name}</strong>: ${clip(facet.observed, 400)}<br>
spec: ${clip(facet.spec, 400)}${known}</dd>`;
}

/** The end of a paragraph, and the lines of the console where there are any. */
function consoleLines(lines: readonly string[] | null, shorten: (text: string) => string): Html {
  if (lines === null) return html`No console here.</p>`;
  if (lines.length === 0) return html`Console: nothing.</p>`;
  return html`Console:</p><ul class="console">${lines.map((line) => html`<li>${code(shorten(line), 600)}</li>`)}</ul>`;
}
