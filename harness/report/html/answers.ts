import type { CaseRecord, Observation } from '../../judgement/results.ts';
import { reference } from './anchors.ts';
import { type Html, html } from './html.ts';
import { caseAnchor, fragment } from './links.ts';
import { badge, markOf } from './marks.ts';
import type { Report } from './report.ts';
import { clip, code, count } from './text.ts';

/** The three answers to one case side by side: expected, spec, and observed in each browser. */
export function answers(report: Report, one: CaseRecord): Html {
  return html`<div class="answers">
<section class="answer"><h3>Expected</h3><p class="verdict">${one.expected}</p><p>by the scenario’s author</p></section>
${specAnswer(one)}
${report.browsers.map(({ name }) => {
  const observation = one.observed[name];
  return observation ? observedAnswer(one, name, observation) : absentAnswer(report, one, name);
})}
</div>`;
}

function specAnswer({ spec }: CaseRecord): Html {
  const facts: Array<[string, string | null]> = [
    ['Blocked by', spec.by],
    ['Directive', spec.directive],
    ['Matched', spec.matched],
    ['At hop', spec.blockedAtHop === null ? null : String(spec.blockedAtHop)],
    ['Disputed', spec.disputed.join(', ') || null],
    ['Events', spec.violations.length > 0 ? String(spec.violations.length) : null],
  ];
  return html`<section class="answer"><h3>Spec</h3>
<p class="verdict">${spec.verdict}</p>
<dl class="fields">${facts.map(([name, fact]) => fact !== null && html`<dt>${name}</dt><dd>${code(fact, 300)}</dd>`)}</dl>
</section>`;
}

function observedAnswer(one: CaseRecord, browser: string, observation: Observation): Html {
  return html`<section class="answer" data-browser="${browser}"><h3>${browser}</h3>
<p class="verdict">${observation.verdict}</p>
<p>${badge(markOf(observation), observation.status)}</p>
<p>${clip(observation.reason, 600)}</p>
<p><a href="${fragment(caseAnchor(one.id, browser))}">Evidence</a></p></section>`;
}

function absentAnswer(report: Report, one: CaseRecord, browser: string): Html {
  const reason = report.missing(one.scenario, browser) ?? 'this case has no record for this browser';
  return html`<section class="answer" data-browser="${browser}" id="${caseAnchor(one.id, browser)}"><h3>${browser}</h3>
<p class="verdict">${badge('missing')}</p><p>${clip(reason, 400)}</p></section>`;
}

/** The oracle's steps, each with the anchor it follows. */
export function specSteps(report: Report, { spec }: CaseRecord): Html {
  const steps = report.stepsOf(spec.derivation);
  return html`<details class="oracle"><summary>Why the specification says ${spec.verdict}: ${count(steps.length, 'step')}</summary><ol class="steps">
${steps.map(
  (step) =>
    html`<li>${reference(step.anchor)} ${clip(step.what, 400)}${step.operands && html` ${code(step.operands, 400)}`} → <strong>${clip(step.outcome, 400)}</strong></li>\n`,
)}</ol></details>`;
}
