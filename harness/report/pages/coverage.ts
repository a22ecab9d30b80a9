import type { CaseRecord } from '../../results/schema.ts';
import { reference } from '../anchors.ts';
import { type Html, html } from '../html.ts';
import { layout } from '../layout.ts';
import type { Report } from '../report.ts';
import { count } from '../text.ts';

type Key = (one: CaseRecord) => string;

/** Rules × mechanisms × contexts with the number of cases in each field, empty ones visible, and the steps exercised. */
export function coveragePage(report: Report): string {
  const rule: Key = (one) => report.scenarioOf(one)?.rule ?? 'unknown rule';
  const context: Key = (one) => report.documentOf(one)?.context ?? 'unknown context';
  const mechanism: Key = (one) => one.mechanism;
  const { cases } = report.results;
  return layout({
    title: 'Coverage',
    section: 'coverage.html',
    generator: report.results.generator,
    main: html`<h1>Coverage</h1>
<p class="lead">How many cases stand in each field. A dot is an empty field: nothing of this run looks there.</p>
${crossTable(cases, 'Rules × mechanisms', 'Rule', rule, mechanism)}
${crossTable(cases, 'Rules × contexts', 'Rule', rule, context)}
${crossTable(cases, 'Mechanisms × contexts', 'Mechanism', mechanism, context)}
${anchorTable(report)}`,
  });
}

function crossTable(
  cases: readonly CaseRecord[],
  title: string,
  rowName: string,
  rowOf: Key,
  columnOf: Key,
): Html {
  const counts = new Map<string, Map<string, number>>();
  const columns = new Set<string>();
  for (const one of cases) {
    const row = counts.get(rowOf(one)) ?? new Map<string, number>();
    counts.set(rowOf(one), row);
    row.set(columnOf(one), (row.get(columnOf(one)) ?? 0) + 1);
    columns.add(columnOf(one));
  }
  const names = [...columns].sort();
  const empty = [...counts.values()].reduce((sum, row) => sum + names.length - row.size, 0);
  const id = title.toLowerCase().replace(/\W+/g, '-');
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
<div class="scroll wide" tabindex="0" role="group" aria-labelledby="${id}">
<table class="coverage"><caption>${count(counts.size * names.length - empty, 'field')} filled, ${empty} empty</caption>
<thead><tr><th scope="col">${rowName}</th>${names.map((name) => html`<th scope="col"><span>${name}</span></th>`)}</tr></thead><tbody>
${[...counts].map(
  ([name, row]) =>
    html`<tr><th scope="row">${name}</th>${names.map((column) => {
      const n = row.get(column);
      return n === undefined
        ? html`<td class="empty"><span aria-hidden="true">·</span><span class="sr">none</span></td>`
        : html`<td class="number">${n}</td>`;
    })}</tr>\n`,
)}</tbody></table></div></section>`;
}

/** Every specification step that the oracle took for a case of this run, and how often. */
function anchorTable(report: Report): Html {
  const counts = new Map<string, number>();
  for (const { spec } of report.results.cases) {
    for (const anchor of new Set(report.stepsOf(spec.derivation).map((step) => step.anchor))) {
      counts.set(anchor, (counts.get(anchor) ?? 0) + 1);
    }
  }
  return html`<section aria-labelledby="steps"><h2 id="steps">Steps of the specifications</h2>
<div class="scroll" tabindex="0" role="group" aria-labelledby="steps"><table><caption>${count(counts.size, 'step')} taken by at least one case</caption>
<thead><tr><th scope="col">Step</th><th scope="col">Cases</th></tr></thead><tbody>
${[...counts].sort().map(([anchor, n]) => html`<tr><th scope="row">${reference(anchor)}</th><td class="number">${n}</td></tr>\n`)}</tbody></table></div></section>`;
}
