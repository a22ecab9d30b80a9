import { groupBy } from '../results/group-by.ts';
import type { CaseRecord, Observation } from '../results/schema.ts';
import { type Html, html } from './html.ts';
import { caseAnchor, derivationAnchor, fragment } from './links.ts';
import { badge, markOf } from './marks.ts';
import type { Lookup } from './report.ts';
import { clip, count, lines, shortenMarks } from './text.ts';
import { specifiedFields } from './violation-fields.ts';

/** The three answers to one case side by side: expected, spec, and observed; browsers that answer alike share a field. */
export function answers(report: Lookup, one: CaseRecord): Html {
  const groups = groupBy(report.browsersOf(one.scenario), ({ name }) => answerOf(report, one, name).markup);
  return html`<div class="answers"><section class="answer"><h3>Expected</h3><p class="verdict">${one.expected}</p></section>
${specAnswer(report, one)}
${[...groups.values()].map((browsers) =>
  browserAnswer(
    report,
    one,
    browsers.map(({ name }) => name),
  ),
)}</div>`;
}

function specAnswer(report: Lookup, one: CaseRecord): Html {
  const { verdict, by, directive, matched, blockedAtHop, disputed, violations, derivation } = one.spec;
  const facts = [
    by !== null && `blocked by ${by}`,
    directive !== null && `directive ${directive}`,
    matched !== null && `matched ${clip(matched, 300)}`,
    blockedAtHop !== null && `at hop ${blockedAtHop}`,
    disputed.length > 0 && `disputed: ${disputed.join(', ')}`,
  ].filter((fact) => fact !== false);
  return html`<section class="answer"><h3>Spec</h3><p class="verdict">${verdict}</p>
<p>${facts.join('; ')} <a href="${fragment(derivationAnchor(derivation))}">Why: ${count(report.stepsOf(derivation).length, 'step')}</a></p>${
    violations.length > 0 &&
    html`<details><summary>${count(violations.length, 'event')}</summary>${violations.map(
      (violation) => html`<pre>${shortenMarks(one)(lines(specifiedFields(violation)))}</pre>`,
    )}</details>`
  }</section>`;
}

/** Several browsers that answered alike are told apart by no filter: their field always stays. */
function browserAnswer(report: Lookup, one: CaseRecord, names: readonly string[]): Html {
  const [first = ''] = names;
  return html`<section class="answer"${names.length === 1 && html` data-browser="${first}"`}><h3>${names.map(
    (name, index) =>
      html`${index > 0 && ', '}${one.observed[name] ? name : html`<span id="${caseAnchor(one, name)}">${name}</span>`}`,
  )}</h3>${answerOf(report, one, first)}</section>\n`;
}

/** What one browser answered, without its name. */
function answerOf(report: Lookup, one: CaseRecord, browser: string): Html {
  const observation: Observation | undefined = one.observed[browser];
  if (observation === undefined) {
    const reason = report.missing(one.scenario, browser) ?? 'this case has no record for this browser';
    return html`<p class="verdict">${badge('missing')}</p><p>${clip(reason, 400)}</p>`;
  }
  return html`<p class="verdict">${observation.verdict}</p><p>${badge(markOf(observation), observation.status)}</p><p>${clip(observation.reason, 600)}</p>`;
}
