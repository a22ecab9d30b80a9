import { rerunCommand } from '../../results/rerun-command.ts';
import type { BrowserRecord, CaseRecord, DocumentRecord, ScenarioRecord } from '../../results/schema.ts';
import { reference } from '../anchors.ts';
import { caseName, setting } from '../case-section.ts';
import { evidenceData } from '../evidence-data.ts';
import { filterBar } from '../filter-bar.ts';
import { type Html, html } from '../html.ts';
import { layout } from '../layout.ts';
import { anchorOf, caseAnchor, documentAnchor, fragment } from '../links.ts';
import { badge, markOf, tint } from '../marks.ts';
import { browserHeadings, matrixRoom } from '../matrix-table.ts';
import type { Report, ScenarioCases } from '../report.ts';
import { deliveryLines } from '../reproduction.ts';
import { block, clip, code, count, plainly, prose } from '../text.ts';
import { timelineLanes } from '../timeline.ts';

/** One scenario: its policies, its cases × browsers, and the evidence of each. */
export function scenarioPage(report: Report, of: ScenarioCases): string {
  const { scenario, cases } = of;
  return layout({
    title: plainly(scenario.title),
    section: 'matrix.html',
    root: '../',
    scripts: ['evidence.js'],
    data: evidenceData(report, of),
    generator: report.results.generator,
    main: html`<p class="crumbs"><a href="../matrix.html">Matrix</a> › <a href="../matrix.html${fragment(anchorOf('rule', scenario.rule))}">${scenario.rule}</a></p>
<h1>${prose(scenario.title)}</h1>
<p class="lead"><code>${scenario.id}</code>${scenario.spec && html` · ${reference(scenario.spec)}`} · ${count(cases.length, 'case')}</p>
${claim(scenario)}
${scenario.sources && scenario.sources.length > 0 && html`<p>Comes from ${scenario.sources.map((source, index) => html`${index > 0 && ', '}${reference(source)}`)}.</p>`}
<section aria-labelledby="documents"><h2 id="documents">${count(scenario.documents.length, 'document')}</h2>
${scenario.documents.map((one) => documentBlock(one, scenario.id))}</section>
<section aria-labelledby="cases"><h2 id="cases">Cases</h2>
${filterBar(report.browsers)}
${missing(report, scenario.id)}
${caseTable(report, scenario.id, cases)}</section>
<section aria-labelledby="evidence"><h2 id="evidence">Evidence</h2>
<p class="quiet">Times are after the call. <code>case=…</code> is the id of the case, which every request
carries; events lack only the fields that are as the specification says.</p>
${timelineLanes()}
<noscript><p class="notice">The evidence of each case is shown by JavaScript, from data in this page.
Without it, the table above has the verdicts, and <a href="../results.json"><code>results.json</code></a> has all that was seen.</p></noscript>
<div id="evidence-of-cases"></div></section>
<section aria-labelledby="rerun"><h2 id="rerun">Run it again</h2>
${block(report.browsers.map(({ name }) => rerunCommand(scenario.id, name, report.results.corpus)).join('\n'))}</section>`,
  });
}

function claim({ claim: of }: ScenarioRecord): Html | null {
  if (!of) return null;
  return html`<blockquote class="claim"><p>${prose(of.statement)}</p>
<footer>${reference(of.url, of.page)} says so. <a href="../claims.html">All claims</a></footer></blockquote>`;
}

function documentBlock(document: DocumentRecord, scenario: string): Html {
  return html`<div class="document" id="${documentAnchor(document.id, scenario)}">
<h3>Document <code>${document.id}</code>: ${document.context} at ${code(document.page, 300)}</h3>
${policies(document)}
${document.creator && html`<p>Its creator is delivered with:</p>${policies(document.creator)}`}
${document.note && html`<p>${clip(document.note, 600)}</p>`}</div>`;
}

function policies(delivered: Parameters<typeof deliveryLines>[0]): Html {
  const lines = deliveryLines(delivered);
  if (lines.length === 0) return html`<p class="quiet">No policy.</p>`;
  return block(lines.join('\n'));
}

/** The browsers that have no result here, said once and not in every case. */
function missing(report: Report, scenario: string): Html[] {
  return report.browsers.flatMap(({ name }) => {
    const reason = report.missing(scenario, name);
    return reason === null ? [] : [html`<p>${badge('missing', name)}: ${clip(reason, 400)}</p>\n`];
  });
}

function caseTable(report: Report, scenario: string, cases: readonly CaseRecord[]): Html {
  const browsers = report.browsersOf(scenario);
  return matrixRoom(
    browsers,
    'Cases by browser',
    html`<table class="matrix cases">
<caption>What each browser did with each case. A cell opens its evidence.</caption>
<thead><tr><th scope="col">Case</th><th scope="col">Expected</th><th scope="col">Spec</th>${browserHeadings(browsers)}</tr></thead><tbody>
${cases.map((one) => caseRow(report, one, browsers))}</tbody></table>`,
  );
}

function caseRow(report: Report, one: CaseRecord, browsers: readonly BrowserRecord[]): Html {
  const name = html`<a href="${fragment(caseAnchor(one))}">${caseName(one, 120)}</a>`;
  return html`<tr data-row><th scope="row">${name} <small>${setting(one, report.documentOf(one))}</small></th>
<td>${one.expected}</td><td>${one.spec.verdict}</td>${browsers.map(({ name }) => caseCell(one, name))}</tr>\n`;
}

function caseCell(one: CaseRecord, browser: string): Html {
  const observation = one.observed[browser];
  const mark = observation ? markOf(observation) : 'missing';
  const status =
    observation && observation.status !== 'conforms' && html` <small>${observation.status}</small>`;
  const link = fragment(caseAnchor(one, browser));
  const seen = html`${observation?.verdict ?? 'missing'}${status}`;
  return html`<td data-browser="${browser}"${tint(mark)}><a class="mark ${mark}" href="${link}">${seen}</a></td>`;
}
