import type { CaseRecord, Observation } from '../../judgement/results.ts';
import type { FacetName } from '../../judgement/verdict.ts';
import { reference } from './anchors.ts';
import { type Html, html } from './html.ts';
import { caseAnchor } from './links.ts';
import { badge, markOf } from './marks.ts';
import { clip, code, count } from './text.ts';
import { timeline } from './timeline.ts';

/** What the oracle computes, with its steps. */
export function specAnswer({ spec }: CaseRecord): Html {
  const facts: Array<[string, string | null]> = [
    ['Blocked by', spec.by],
    ['Directive', spec.directive],
    ['Matched', spec.matched],
    ['Blocked at hop', spec.blockedAtHop === null ? null : String(spec.blockedAtHop)],
  ];
  return html`<section class="answer"><h4>Spec</h4>
<p class="verdict">${spec.verdict}</p>
<dl class="fields">${facts.map(([name, fact]) => fact !== null && html`<dt>${name}</dt><dd>${code(fact)}</dd>`)}
${spec.disputed.length > 0 && html`<dt>Disputed</dt><dd>${spec.disputed.join(', ')}</dd>`}</dl>
<details><summary>${count(spec.steps.length, 'step')}</summary><ol class="steps">
${spec.steps.map(
  (step) =>
    html`<li>${reference(step.anchor)} ${clip(step.what, 400)}${step.operands && html` ${code(step.operands, 400)}`} <strong>${clip(step.outcome, 400)}</strong></li>\n`,
)}</ol></details>
${spec.violations.length > 0 && html`<p class="quiet">Expects ${count(spec.violations.length, 'violation event')}.</p>`}
</section>`;
}

function facetRow(name: FacetName, facet: NonNullable<Observation['facets'][FacetName]>): Html {
  if (facet.result !== 'deviates') {
    return html`<tr><th scope="row">${name}</th><td>${facet.result}</td><td colspan="2">${clip(facet.observed, 400)}</td></tr>\n`;
  }
  return html`<tr class="deviates"><th scope="row">${name}</th><td><strong>deviates</strong>${
    facet.deviation && html` <span class="quiet">${facet.deviation}</span>`
  }</td><td>${clip(facet.spec, 400)}</td><td>${clip(facet.observed, 400)}</td></tr>\n`;
}

/** What one browser did, how it was judged, and everything its witnesses saw. */
export function observedAnswer(one: CaseRecord, browser: string, observation: Observation): Html {
  const { evidence } = observation;
  const facets = Object.entries(observation.facets) as Array<
    [FacetName, NonNullable<Observation['facets'][FacetName]>]
  >;
  return html`<section class="answer observed" id="${caseAnchor(one.id, browser)}" data-browser="${browser}">
<h4>${browser}</h4>
<p class="verdict">${observation.verdict} ${badge(markOf(observation), observation.status)}</p>
<p>${clip(observation.reason, 600)}</p>
${
  facets.length > 0 &&
  html`<div class="scroll" tabindex="0" role="group" aria-label="Facets in ${browser}"><table class="facets"><caption class="sr">Facets of conformance in ${browser}</caption>
<thead><tr><th scope="col">Facet</th><th scope="col">Result</th><th scope="col">Spec</th><th scope="col">Observed</th></tr></thead>
<tbody>${facets.map(([name, facet]) => facetRow(name, facet))}</tbody></table></div>`
}
<p>Script saw ${code(evidence.outcome.shape || 'nothing')}</p>
<div class="scroll" tabindex="0" role="group" aria-label="Timeline in ${browser}">${timeline(evidence)}</div>
<dl class="fields"><dt>Control</dt><dd>${clip(evidence.control, 400)}</dd>
<dt>Console</dt><dd>${consoleLines(evidence.console)}</dd></dl>
</section>`;
}

function consoleLines(lines: readonly string[] | null): Html {
  if (lines === null) return html`<span class="quiet">this browser gives none</span>`;
  if (lines.length === 0) return html`<span class="quiet">nothing</span>`;
  return html`<ul class="console">${lines.map((line) => html`<li>${code(line, 600)}</li>`)}</ul>`;
}
