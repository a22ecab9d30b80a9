import type { CaseRecord, Observation } from '../../judgement/results.ts';
import type { FacetName } from '../../judgement/verdict.ts';
import { type Html, html } from './html.ts';
import { caseAnchor } from './links.ts';
import { clip, code } from './text.ts';
import { timeline } from './timeline.ts';

/** Everything the witnesses saw of one case in one browser, and how each facet was judged. */
export function browserEvidence(one: CaseRecord, browser: string, observation: Observation): Html {
  const { evidence } = observation;
  const facets = Object.entries(observation.facets) as Array<[FacetName, Facet]>;
  return html`<section class="evidence" id="${caseAnchor(one.id, browser)}" data-browser="${browser}">
<h3>${browser}</h3>
<table class="facets"><caption class="sr">Facets of conformance in ${browser}</caption>
<thead class="sr"><tr><th scope="col">Facet</th><th scope="col">Result</th><th scope="col">Observed</th></tr></thead>
<tbody>${facets.map(([name, facet]) => facetRow(name, facet))}</tbody></table>
<p>Script saw ${code(evidence.outcome.shape || 'nothing')}</p>
${timeline(evidence)}
<dl class="fields"><dt>Control</dt><dd>${clip(evidence.control, 400)}</dd>
<dt>Console</dt><dd>${consoleLines(evidence.console)}</dd></dl>
</section>`;
}

type Facet = Observation['facets'][FacetName];

function facetRow(name: FacetName, facet: Facet): Html {
  const deviates = facet.result === 'deviates';
  return html`<tr${deviates && html` class="deviates"`}><th scope="row">${name}</th><td>${facet.result}</td><td>${clip(facet.observed, 400)}${
    deviates && html`<br><small>spec: ${clip(facet.spec, 400)}</small>`
  }${facet.deviations && html`<br><small>known as ${facet.deviations.join(', ')}</small>`}</td></tr>\n`;
}

function consoleLines(lines: readonly string[] | null): Html {
  if (lines === null) return html`<span class="quiet">this browser gives none</span>`;
  if (lines.length === 0) return html`<span class="quiet">nothing</span>`;
  return html`<ul class="console">${lines.map((line) => html`<li>${code(line, 600)}</li>`)}</ul>`;
}
