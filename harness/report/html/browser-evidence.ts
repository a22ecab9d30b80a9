import type { CaseRecord, Observation } from '../../judgement/results.ts';
import type { FacetName } from '../../judgement/verdict.ts';
import { type Html, html } from './html.ts';
import { caseAnchor } from './links.ts';
import { clip, code, listed } from './text.ts';
import { timeline } from './timeline.ts';

/** Everything the witnesses saw of one case in one browser, and how each facet was judged. */
export function browserEvidence(one: CaseRecord, browser: string, observation: Observation): Html {
  const { evidence } = observation;
  const facets = Object.entries(observation.facets) as Array<[FacetName, Facet]>;
  return html`<section class="evidence" id="${caseAnchor(one.id, browser)}" data-browser="${browser}">
<h3>${browser}</h3>
${facetList(facets)}
<p>Script saw ${code(evidence.outcome.shape || 'nothing')}</p>
${timeline(evidence)}
<dl class="fields"><dt>Control</dt><dd>${clip(evidence.control, 400)}</dd>
<dt>Console</dt><dd>${consoleLines(evidence.console)}</dd></dl>
</section>`;
}

type Facet = Observation['facets'][FacetName];

/** What conforms is named; what deviates is spelt out, with what the specification says. */
function facetList(facets: ReadonlyArray<readonly [FacetName, Facet]>): Html {
  const names = (result: Facet['result']) =>
    facets.filter(([, facet]) => facet.result === result).map(([name]) => name);
  const conforming = names('conforms');
  const unjudged = names('not judged');
  return html`<dl class="fields facets">${conforming.length > 0 && html`<dt>Conforms</dt><dd>${listed(conforming)}</dd>`}
${unjudged.length > 0 && html`<dt>Not judged</dt><dd>${listed(unjudged)}</dd>`}
${facets.filter(([, { result }]) => result === 'deviates').map(deviatingFacet)}</dl>`;
}

function deviatingFacet([name, facet]: readonly [FacetName, Facet]): Html {
  return html`<dt class="deviates">Deviates</dt><dd><strong>${name}</strong>: ${clip(facet.observed, 400)}<br>
spec: ${clip(facet.spec, 400)}${facet.deviations && html`<br><small>known as ${listed(facet.deviations)}</small>`}</dd>`;
}

function consoleLines(lines: readonly string[] | null): Html {
  if (lines === null) return html`<span class="quiet">this browser gives none</span>`;
  if (lines.length === 0) return html`<span class="quiet">nothing</span>`;
  return html`<ul class="console">${lines.map((line) => html`<li>${code(line, 600)}</li>`)}</ul>`;
}
