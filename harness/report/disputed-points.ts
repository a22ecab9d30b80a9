import { groupBy } from '../results/group-by.ts';
import { reference } from './anchors.ts';
import { type Finding, findBy } from './findings.ts';
import { type Html, html } from './html.ts';
import { badge } from './marks.ts';
import type { Report } from './report.ts';
import { caseLink } from './scenario-link.ts';
import { count, prose } from './text.ts';

/**
 * The disputed points that a browser was seen to read the other way, those of most cases first: both readings once, and
 * then each such browser with how many cases show it. Null where there is none.
 */
export function disputedPoints({ results }: Report): Html | null {
  const found = [
    ...groupBy(
      findBy(results, 'disputed', (one) => one.spec.disputed),
      ({ sentence }) => sentence,
    ),
  ];
  if (found.length === 0) return null;
  return html`<ul class="findings">${found.map(([id, findings]) => {
    const dispute = results.disputes.find((one) => one.id === id);
    return html`<li><strong>${id}</strong>${
      dispute &&
      html` · ${reference(dispute.issue, 'its issue')}<br>By the text: ${prose(dispute.text, 400)}<br>The other reading: ${prose(dispute.shared, 400)}`
    }<br>${findings.map(browserEntry)}</li>`;
  })}</ul>`;
}

/** A browser, with how many cases show it, and a link to the first of them. */
function browserEntry({ mark, browser, cases }: Finding): Html {
  const [first] = cases;
  return html`${badge(mark, browser)} <small>${count(cases.length, 'case')}${
    first && html`, <a href="${caseLink('', first, browser)}">the first</a>`
  }</small> `;
}
