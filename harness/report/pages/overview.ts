import type { ExplorationRecord } from '../../results/exploration-schema.ts';
import { absentShards } from '../../results/merge-shards.ts';
import { deviationKind } from '../../results/verdict.ts';
import { browsersInWords } from '../browsers-in-words.ts';
import { disputedPoints } from '../disputed-points.ts';
import { findingList } from '../finding-list.ts';
import { type Finding, findBy } from '../findings.ts';
import { glance } from '../glance-table.ts';
import { groupRows } from '../groups.ts';
import { type Html, html } from '../html.ts';
import { layout } from '../layout.ts';
import { anchorOf, fragment } from '../links.ts';
import { badge, type Mark, marks } from '../marks.ts';
import { matrixCells, matrixHead, matrixRoom } from '../matrix-table.ts';
import type { Report } from '../report.ts';
import { scenarioFile } from '../scenario-link.ts';
import { clip, count, listed, moment } from '../text.ts';
import { EXPLORED, exploredInBrief } from './explored.ts';
import { legend } from './matrix.ts';

/** The first page: what was run, what was found, in words, and every rule × browser. */
export function overviewPage(
  report: Report,
  findings: readonly Finding[],
  exploration: ExplorationRecord | null = null,
): string {
  const { results } = report;
  return layout({
    title: 'Overview',
    section: 'index.html',
    generator: results.generator,
    main: html`<h1>Which connections does each browser let out, and is that what the specification says?</h1>
<p class="lead">${count(results.cases.length, 'connection')} from ${count(results.scenarios.length, 'scenario')}, opened in ${browsersInWords(
      results.browsers,
      ({ name, version }) => `${name} ${version}`,
    )}, each compared with what the <code>connect-src</code> text of CSP3 and Fetch says.</p>
<p class="tabs">On this page: <a href="#found">What was found</a> <a href="#glance">At a glance</a> <a href="#rules">Rule by rule</a></p>
${shardNotice(report)}
${browserTable(report)}
<section aria-labelledby="found"><h2 id="found">What was found</h2>
${deviationKind.options.map((mark) =>
  section(
    mark,
    findings.filter((finding) => finding.mark === mark),
  ),
)}
${kind('disputed', disputedPoints(report))}
${section(
  'unsupported',
  findBy(results, 'unsupported', (one) => [one.mechanism]),
)}
${(['mismatch', 'fixed', 'unstable', 'inconclusive'] as const).map((mark) =>
  section(
    mark,
    findBy(results, mark, (one) => [report.scenarioOf(one)?.title ?? one.scenario]),
  ),
)}
${missing(report)}
${incidents(report)}${exploration && exploredSection(exploration)}</section>
${glance(report)}
${ruleMatrix(report, findings)}`,
  });
}

function browserTable({ results }: Report): Html {
  return html`<section aria-labelledby="browsers"><h2 id="browsers">Browsers</h2>
<div class="scroll" tabindex="0" role="group" aria-labelledby="browsers"><table><caption class="sr">Browsers of this run, and how they were driven</caption>
<thead><tr><th scope="col">Browser</th><th scope="col">Version</th><th scope="col">Engine</th><th scope="col">System</th><th scope="col">Driven by</th></tr></thead><tbody>
${results.browsers.map(
  (one) =>
    html`<tr><th scope="row">${one.name}</th><td>${one.version}</td><td>${one.engine}</td><td>${one.os}</td><td>${one.drivenBy}${one.comparedWith && html` <small>compared with what is recorded of ${one.comparedWith}</small>`}</td></tr>`,
)}</tbody></table></div>
<p class="quiet">Run from ${moment(results.startedAt)} to ${moment(results.finishedAt)},
${results.corpus.selected} of ${count(results.corpus.scenarios, 'scenario')} selected, corpus <code>${results.corpus.hash}</code>.</p></section>`;
}

function shardNotice({ results: { shards } }: Report): Html | null {
  if (!shards) return null;
  const absent = absentShards(shards);
  if (absent.length === 0) return null;
  return html`<p class="notice">Shard ${listed(absent.map(String))} of ${shards.total} ${absent.length === 1 ? 'is' : 'are'} missing:
what they would have run is not in this report.</p>`;
}

const section = (mark: Mark, findings: readonly Finding[]): Html =>
  kind(mark, findings.length === 0 ? null : findingList(findings, mark));

/** What was found of one kind; null where nothing was. */
function kind(mark: Mark, found: Html | null): Html {
  const { heading, means, none } = marks[mark];
  return html`<section class="finding-kind ${mark}" aria-labelledby="found-${mark}"><div><h3 id="found-${mark}">${heading}</h3>
<p class="quiet">${found !== null && means}</p></div>
<div>${found ?? html`<p class="quiet">${none}</p>`}</div></section>`;
}

function missing({ results }: Report): Html {
  const shown = results.missing.slice(0, 50);
  return html`<section class="finding-kind missing" aria-labelledby="found-missing"><div><h3 id="found-missing">${marks.missing.heading}</h3>
<p class="quiet">${shown.length > 0 && marks.missing.means}</p></div>
<div>${
    shown.length === 0
      ? html`<p class="quiet">${marks.missing.none}</p>`
      : html`<ul class="findings">${shown.map((one) => html`<li>${badge('missing', one.browser)} <code>${one.scenario}</code> <small>${one.reason}</small></li>`)}</ul>`
  }${results.missing.length > shown.length && html`<p>And ${results.missing.length - shown.length} more in <code>results.json</code>.</p>`}</div></section>`;
}

/** What the rig did again or refused: it decides nothing, and a reader who misses a request finds it here. */
function incidents({ results: { incidents = [] } }: Report): Html | null {
  if (incidents.length === 0) return null;
  const shown = incidents.slice(0, 50);
  return html`<section class="finding-kind" aria-labelledby="found-incidents"><div><h3 id="found-incidents">Run again, or refused</h3>
<p class="quiet">What happened to the rig. None of it decides a verdict.</p></div>
<div><ul class="findings">${shown.map(
    (one) =>
      html`<li>${one.kind} in ${one.browser}: <a href="${scenarioFile(one.scenario)}"><code>${one.scenario}</code></a> <small>${clip(one.what, 400)}</small></li>`,
  )}</ul>${incidents.length > shown.length && html`<p>And ${incidents.length - shown.length} more in <code>results.json</code>.</p>`}</div></section>`;
}

/** What was asked beside the scenarios, in two lines: the rest is a page of its own. */
function exploredSection(exploration: ExplorationRecord): Html {
  const { discoveries, seed } = exploration;
  return html`<section class="finding-kind" aria-labelledby="found-explored"><div><h3 id="found-explored">Explored</h3>
<p class="quiet">Documents that nobody wrote, generated from seed ${seed}.</p></div>
<div><p>${exploredInBrief(exploration)} ${
    discoveries.length === 0 ? 'Nothing new was found.' : `New: ${discoveries.length}.`
  } <a href="${EXPLORED}">What was asked, and what was found</a></p></div></section>`;
}

function ruleMatrix(report: Report, findings: readonly Finding[]): Html {
  const groups = groupRows(report, 'rule', findings);
  return html`<section aria-labelledby="rules"><h2 id="rules">Rule by rule</h2>
<p class="quiet">Numbers count cases. A cell opens the rule’s scenarios; the <a href="matrix.html">matrix</a> has all of them, by rule, mechanism, context or deviation.</p>
${legend()}
${matrixRoom(
  report.browsers,
  'Rules by browser',
  html`<table class="matrix"><caption class="sr">Rules by browser</caption>${matrixHead('Rule', report.browsers)}<tbody>
${groups.map(({ name, rows, tallies }) => {
  const at = fragment(anchorOf('rule', name));
  return html`<tr><th scope="row"><a href="matrix.html${at}">${name}</a> <small>${count(rows.size, 'scenario')}</small></th>${matrixCells(
    tallies,
    report.browsers,
    (browser) => `matrix.html?browser=${encodeURIComponent(browser)}${at}`,
  )}</tr>\n`;
})}</tbody></table>`,
)}</section>`;
}
