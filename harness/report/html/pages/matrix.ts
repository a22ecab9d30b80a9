import { filterBar } from '../filter-bar.ts';
import type { Finding } from '../findings.ts';
import { type Group, type Grouping, groupings, groupRows } from '../groups.ts';
import { type Html, html } from '../html.ts';
import { layout } from '../layout.ts';
import { scenarioFile } from '../links.ts';
import { badge, markOrder, marks } from '../marks.ts';
import { matrixCells, matrixHead } from '../matrix-table.ts';
import type { Report } from '../report.ts';
import { count } from '../text.ts';

/** Scenarios × browsers, grouped; every cell opens the scenario's cases in that browser. */
export function matrixPage(report: Report, by: Grouping, findings: readonly Finding[]): string {
  const groups = groupRows(report, by, findings);
  return layout({
    title: `Matrix by ${by}`,
    section: 'matrix.html',
    generator: report.results.generator,
    main: html`<h1>Matrix</h1>
<p class="lead">Scenarios in rows, browsers in columns. Numbers count cases; a cell opens them.</p>
<nav class="tabs" aria-label="Group by"><span>Group by</span><ul>${groupings.map(
      (one) =>
        html`<li><a data-keep-query href="${one.file}"${one.by === by && html` aria-current="page"`}>${one.by}</a></li>`,
    )}</ul></nav>
${filterBar(report.browsers)}
${legend()}
${groups.length === 0 && html`<p>No case belongs to this view.</p>`}
${groups.map((group) => groupTable(report, group, by))}`,
  });
}

function groupTable(report: Report, { name, rows }: Group, by: Grouping): Html {
  const id = `${by}:${name}`.replace(/\s/g, '_');
  return html`<section class="group" data-group><h2 id="${id}">${name}</h2>
<table class="matrix"><caption class="sr">${count(rows.size, 'scenario')} of the ${by} ${name}, by browser</caption>
${matrixHead('Scenario', report.browsers)}<tbody>
${[...rows.values()].map(({ scenario, tallies }) => {
  const page = scenarioFile(scenario.id);
  return html`<tr data-row><th scope="row"><a href="${page}">${scenario.title}</a> <small>${scenario.id}</small></th>${matrixCells(
    tallies,
    report.browsers,
    (browser) => `${page}?browser=${encodeURIComponent(browser)}#cases`,
  )}</tr>\n`;
})}</tbody></table></section>`;
}

/** What each glyph means. */
export function legend(): Html {
  return html`<details class="legend"><summary>What the words mean</summary><dl>${markOrder.map(
    (mark) => html`<div><dt>${badge(mark)}</dt><dd>${marks[mark].means}</dd></div>`,
  )}</dl></details>`;
}
