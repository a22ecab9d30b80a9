import { groupBy } from '../results/group-by.ts';
import type { CaseRecord } from '../results/schema.ts';
import { type Html, html } from './html.ts';
import { derivationAnchor } from './links.ts';
import type { Lookup } from './report.ts';
import { clip, code, count } from './text.ts';

/** Why the specification says what it says: each distinct list of steps of a scenario once; its cases link to it. */
export function derivationList(report: Lookup, cases: readonly CaseRecord[]): Html {
  const shared = groupBy(cases, ({ spec }) => spec.derivation);
  return html`<section aria-labelledby="why"><h2 id="why">Why the specification says so</h2>
${[...shared].map(([derivation, [first, ...others]]) => {
  const steps = report.stepsOf(derivation);
  // The list has the id, and not the <details>: that opens by itself where its content is linked to.
  return html`<details class="oracle"><summary>Why ${first?.spec.verdict}: ${count(steps.length, 'step')}, for ${first?.mechanism} to ${code(first?.url ?? '', 200)}${
    others.length > 0 && ` and ${count(others.length, 'other case')}`
  }</summary><ol class="steps" id="${derivationAnchor(derivation)}">
${steps.map(
  (step) =>
    html`<li><cite>${step.anchor}</cite> ${clip(step.what, 400)}${step.operands && html` ${code(step.operands, 400)}`} → <b>${clip(step.outcome, 400)}</b>\n`,
)}</ol></details>\n`;
})}</section>`;
}
