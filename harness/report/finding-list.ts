import type { Finding } from './findings.ts';
import { type Html, html } from './html.ts';
import { findingAnchor, fragment } from './links.ts';
import { badge, isDeviation, type Mark } from './marks.ts';
import { caseLink } from './scenario-link.ts';
import { count, prose } from './text.ts';

/** How many findings of one kind the overview spells out; the rest are on the page of deviations. */
const SHOWN = 15;

/** Findings in words, each a link to its cases; recorded deviations and new ones say which they are. */
export function findingList(findings: readonly Finding[], mark: Mark): Html {
  const rest = findings.length - SHOWN;
  return html`<ul class="findings">${findings.slice(0, SHOWN).map(entry)}</ul>
${rest > 0 && html`<p>And ${rest} more: <a href="${isDeviation(mark) ? 'deviations.html' : `matrix.html?finding=${mark}`}">see all</a>.</p>`}`;
}

function entry(finding: Finding): Html {
  const [first] = finding.cases;
  const link = isDeviation(finding.mark)
    ? `deviations.html${fragment(findingAnchor(finding.id))}`
    : first && caseLink('', first, finding.browser);
  return html`<li>${badge(finding.mark, finding.browser)} <a href="${link}">${prose(finding.sentence, 400)}</a>
<small>${count(finding.cases.length, 'case')}${
    isDeviation(finding.mark) && (finding.known ? ', known' : html`, <span class="new">new</span>`)
  }</small></li>`;
}
