import { filterBar } from '../filter-bar.ts';
import type { Finding } from '../findings.ts';
import { type Group, type Grouping, groupings, groupRows } from '../groups.ts';
import { type Html, html } from '../html.ts';
import { layout } from '../layout.ts';
import { anchorOf } from '../links.ts';
import { badge, markOrder, marks } from '../marks.ts';
import { matrixCells, matrixHead, matrixRoom } from '../matrix-table.ts';
import type { Report } from '../report.ts';
import { scenarioFile } from '../scenario-link.ts';
import { type Tally, tallyBadges } from '../tally.ts';
import { count, prose } from '../text.ts';

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

function groupTable(report: Report, { name, rows, tallies }: Group, by: Grouping): Html {
  const id = anchorOf(by, name);
  // Rules have each scenario once. In the other groupings scenarios come back again and again, thousands of rows in all:
  // what is closed costs a browser nothing to lay out.
  return html`<details class="group" data-group${by === 'rule' && html` open`}><summary><h2 id="${id}">${prose(name)}</h2>${groupTallies(report, tallies)}</summary>
${matrixRoom(
  report.browsers,
  `${name}, by browser`,
  html`<table class="matrix"><caption class="sr">${count(rows.size, 'scenario')} of the ${by} ${name}, by browser</caption>
${matrixHead('Scenario', report.browsers)}<tbody>
${[...rows.values()].map(({ scenario, tallies }) => {
  const page = scenarioFile(scenario.id);
  return html`<tr data-row><th scope="row"><a href="${page}">${prose(scenario.title)}</a> <small>${scenario.id}</small></th>${matrixCells(
    tallies,
    report.browsers,
    (browser) => `${page}?browser=${encodeURIComponent(browser)}#cases`,
  )}</tr>\n`;
})}</tbody></table>`,
)}</details>`;
}

/** What a closed group holds, by browser. */
function groupTallies(report: Report, tallies: ReadonlyMap<string, Tally>): Html {
  return html`${report.browsers.map(({ name }) => {
    const tally = tallies.get(name);
    return tally && html` <small data-browser="${name}">${name} ${tallyBadges(tally)}</small>`;
  })}`;
}

/** What each glyph means. */
export function legend(): Html {
  return html`<details class="legend"><summary>What the words mean</summary><dl>${markOrder.map(
    (mark) => html`<div><dt>${badge(mark)}</dt><dd>${marks[mark].means}</dd></div>`,
  )}</dl></details>`;
}
