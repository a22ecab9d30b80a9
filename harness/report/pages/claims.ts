import type { CaseRecord } from '../../results/schema.ts';
import { reference } from '../anchors.ts';
import { browserStand, type Stand, specStand } from '../claim-stand.ts';
import { type Html, html } from '../html.ts';
import { layout } from '../layout.ts';
import { matrixRoom } from '../matrix-table.ts';
import type { Report, ScenarioCases } from '../report.ts';
import { caseLink, scenarioFile } from '../scenario-link.ts';
import { clip, code, count, prose } from '../text.ts';

/** How many refuting cases are named beside a claim. */
const NAMED = 3;

/** Each statement of a named document, with whether the specification and each browser support it, and by what. */
export function claimsPage(report: Report): string {
  const byPage = new Map<string, ScenarioCases[]>();
  for (const one of report.scenarios) {
    const page = one.scenario.claim?.page;
    if (page !== undefined) byPage.set(page, [...(byPage.get(page) ?? []), one]);
  }
  return layout({
    title: 'Claims',
    section: 'claims.html',
    generator: report.results.generator,
    main: html`<h1>Claims</h1>
<p class="lead">What public pages say about <code>connect-src</code>, restated and tested.
A claim is supported where every case ended as the claim says it should, and
refuted by each case that did not. Most claims are about what is let out; one about what script or the console shows is
compared with that.</p>
${byPage.size === 0 && html`<p>No scenario of this run tests a claim.</p>`}
${[...byPage].map(
  ([page, scenarios]) => html`<section><h2>${page}</h2>
${matrixRoom(
  report.browsers,
  `Claims of ${page}`,
  html`<table class="matrix claims"><caption class="sr">Claims of ${page}</caption><thead><tr><th scope="col">Statement</th><th scope="col">Specification</th>${report.browsers.map(
    ({ name, version }) => html`<th scope="col">${name} <small>${version}</small></th>`,
  )}</tr></thead><tbody>${scenarios.map((one) => claimRow(report, one))}</tbody></table>`,
)}</section>`,
)}`,
  });
}

function claimRow(report: Report, { scenario: { id, claim }, cases }: ScenarioCases): Html | null {
  if (claim === undefined) return null;
  return html`<tr><th scope="row"><a href="${scenarioFile(id)}">${prose(claim.statement)}</a> <small>${reference(claim.url, 'source')}${
    claim.shows && ` · looked for in the ${claim.shows.in} of blocked cases: “${claim.shows.words}”`
  }</small></th>
<td data-label="specification">${answer(cases, (one) => specStand(claim, one))}</td>${report.browsers.map(
    ({ name }) =>
      html`<td data-browser="${name}">${answer(cases, (one) => browserStand(claim, one, name), name)}</td>`,
  )}</tr>\n`;
}

/** Supported, refuted (by which cases), or not shown, judged by the cases that say anything of the claim. */
function answer(
  cases: readonly CaseRecord[],
  standOf: (one: CaseRecord) => Stand | null,
  browser?: string,
): Html {
  const telling = cases.flatMap((one) => {
    const stand = standOf(one);
    return stand === null ? [] : [{ one, ...stand }];
  });
  if (telling.length === 0) return html`<span class="mark unsupported">not shown</span>`;
  const against = telling.filter(({ holds }) => !holds);
  if (against.length === 0)
    return html`<span class="mark conforms">supported</span> <small>by ${count(telling.length, 'case')}</small>`;
  return html`<span class="mark refuted">refuted</span> <small>by ${against.length} of ${count(telling.length, 'case')}</small>
<ul class="by">${against
    .slice(0, NAMED)
    .map(
      ({ one, seen }) =>
        html`<li><a href="${caseLink('', one, browser)}">${one.mechanism}: ${code(one.url, 80)}</a> ${clip(seen, 120)}</li>`,
    )}</ul>`;
}
