import type { CaseRecord, DocumentRecord, ScenarioRecord } from '../../../judgement/results.ts';
import { reference } from '../anchors.ts';
import { caseSection, setting } from '../case-section.ts';
import { filterBar } from '../filter-bar.ts';
import { type Html, html } from '../html.ts';
import { layout } from '../layout.ts';
import { caseAnchor, fragment } from '../links.ts';
import { badge, markOf } from '../marks.ts';
import type { Report, ScenarioCases } from '../report.ts';
import { deliveryLines, rerunCommand } from '../reproduction.ts';
import { block, clip, code, count } from '../text.ts';
import { timelineLanes } from '../timeline.ts';

/** One scenario: its policies, its cases × browsers, and the evidence of each. */
export function scenarioPage(report: Report, { scenario, cases }: ScenarioCases): string {
  return layout({
    title: scenario.title,
    section: 'matrix.html',
    root: '../',
    generator: report.results.generator,
    main: html`<p class="crumbs"><a href="../matrix.html">Matrix</a> › <a href="../matrix.html#${`rule:${scenario.rule}`}">${scenario.rule}</a></p>
<h1>${scenario.title}</h1>
<p class="lead"><code>${scenario.id}</code>${scenario.spec && html` · ${reference(scenario.spec)}`} · ${count(cases.length, 'case')}</p>
${claim(scenario)}
${scenario.sources && scenario.sources.length > 0 && html`<p>Comes from ${scenario.sources.map((source, index) => html`${index > 0 && ', '}${reference(source)}`)}.</p>`}
<section aria-labelledby="documents"><h2 id="documents">${count(scenario.documents.length, 'document')}</h2>
${scenario.documents.map(documentBlock)}</section>
<section aria-labelledby="cases"><h2 id="cases">Cases</h2>
${filterBar(report.browsers)}
${caseTable(report, cases)}</section>
<section aria-labelledby="evidence"><h2 id="evidence">Evidence</h2>
${timelineLanes()}
${cases.map((one) => caseSection(report, one))}</section>
<section aria-labelledby="rerun"><h2 id="rerun">Run it again</h2>
${block(report.browsers.map(({ name }) => rerunCommand(scenario.id, name)).join('\n'), 'Commands that rerun this scenario')}</section>`,
  });
}

function claim({ claim: of }: ScenarioRecord): Html | null {
  if (!of) return null;
  return html`<blockquote class="claim"><p>${of.statement}</p><footer>${reference(of.url, of.page)} says so. <a href="../claims.html">All claims</a></footer></blockquote>`;
}

function documentBlock(document: DocumentRecord): Html {
  return html`<div class="document"><h3>Document <code>${document.id}</code>: ${document.context} at ${code(document.page, 300)}</h3>
${policies(document, `document ${document.id}`)}
${document.creator && html`<p>Its creator is delivered with:</p>${policies(document.creator, `creator of ${document.id}`)}`}
${document.note && html`<p>${clip(document.note, 600)}</p>`}</div>`;
}

function policies(delivered: Parameters<typeof deliveryLines>[0], whose: string): Html {
  const lines = deliveryLines(delivered);
  if (lines.length === 0) return html`<p class="quiet">No policy.</p>`;
  return block(lines.join('\n'), `Policies of the ${whose}`);
}

function caseTable(report: Report, cases: readonly CaseRecord[]): Html {
  return html`<table class="matrix cases">
<caption>What each browser did with each case. A cell opens its evidence.</caption>
<thead><tr><th scope="col">Case</th><th scope="col">Expected</th><th scope="col">Spec</th>${report.browsers.map(
    ({ name, version }) => html`<th scope="col">${name} <small>${version}</small></th>`,
  )}</tr></thead><tbody>
${cases.map(
  (one) =>
    html`<tr data-row><th scope="row"><a href="${fragment(caseAnchor(one.id))}"><span class="mechanism">${one.mechanism}</span> ${code(one.url, 120)}</a> <small>${setting(one, report.documentOf(one))}</small></th><td data-label="expected">${one.expected}</td><td data-label="spec">${one.spec.verdict}</td>${report.browsers.map(({ name }) => caseCell(one, name))}</tr>\n`,
)}</tbody></table>`;
}

function caseCell(one: CaseRecord, browser: string): Html {
  const observation = one.observed[browser];
  const mark = observation ? markOf(observation) : 'missing';
  return html`<td data-browser="${browser}" data-marks="${mark}"><a href="${fragment(caseAnchor(one.id, browser))}">${badge(mark, observation?.verdict ?? 'missing')}${
    observation && observation.status !== 'conforms' && html` <small>${observation.status}</small>`
  }</a></td>`;
}
