import { reference } from '../anchors.ts';
import type { Finding } from '../findings.ts';
import { type Html, html } from '../html.ts';
import { layout } from '../layout.ts';
import { caseLink } from '../links.ts';
import { badge, type Mark, marks } from '../marks.ts';
import type { Report } from '../report.ts';
import { clip, code, count } from '../text.ts';

/** How many cases of a deviation are listed; the matrix by deviation has them all. */
const SHOWN = 200;

/** Every deviation with its cause, its public bug, what was expected and seen, and its cases. */
export function deviationsPage(report: Report, findings: readonly Finding[]): string {
  const kinds: Mark[] = ['security', 'compatibility', 'reporting'];
  return layout({
    title: 'Deviations',
    section: 'deviations.html',
    generator: report.results.generator,
    main: html`<h1>Deviations</h1>
<p class="lead">Where a browser differs from the specification: one entry a cause, recorded ones with their public bug, new ones by scenario.</p>
${kinds.map((kind) => {
  const of = findings.filter((finding) => finding.mark === kind);
  return html`<section aria-labelledby="${kind}"><h2 id="${kind}">${marks[kind].heading}</h2>
<p class="quiet">${of.length === 0 ? marks[kind].none : marks[kind].means}</p>${of.map(entry)}</section>`;
})}`,
  });
}

function entry(finding: Finding): Html {
  return html`<article class="deviation" id="${finding.id.replace(/\s/g, '_')}"><h3>${badge(finding.mark, finding.browser)} ${clip(finding.sentence, 600)}</h3>
<p class="quiet">${finding.known ? html`Known as <code>${finding.known.id}</code>, ${finding.known.facet}` : html`<span class="new">New</span>`} · ${count(finding.cases.length, 'case')}${
    finding.known?.link && html` · ${reference(finding.known.link)}`
  }</p>
<dl class="fields">${lines('Spec', finding.spec)}${lines('Observed', finding.observed)}</dl>
<details><summary>${count(finding.cases.length, 'case')}</summary><ul>${finding.cases
    .slice(0, SHOWN)
    .map(
      (one) => html`<li><a href="${caseLink('', one, finding.browser)}">${code(one.id, 300)}</a></li>\n`,
    )}</ul>${finding.cases.length > SHOWN && html`<p>And ${finding.cases.length - SHOWN} more in the <a href="matrix-by-deviation.html">matrix by deviation</a>.</p>`}</details></article>`;
}

const lines = (name: string, all: ReadonlySet<string>): Html | false =>
  all.size > 0 && html`<dt>${name}</dt><dd>${clip([...all].join(' | '))}</dd>`;
