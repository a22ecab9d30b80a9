import { controlsInWords } from '../results/control-words.ts';
import { groupBy } from '../results/group-by.ts';
import type { CaseRecord, DocumentRecord, Observation } from '../results/schema.ts';
import { answers } from './answers.ts';
import { browserEvidence } from './browser-evidence.ts';
import { type Html, html } from './html.ts';
import { caseAnchor, documentAnchor, fragment } from './links.ts';
import { badge, markOf } from './marks.ts';
import type { Lookup } from './report.ts';
import { block, clip, code, count, listed } from './text.ts';

/**
 * The three answers side by side, the evidence, and how to see the case again. Closed until it is asked for.
 *
 * @param reproduction what opens the connection, as text to copy
 */
export function caseSection(report: Lookup, one: CaseRecord, reproduction: string): Html {
  const document = report.documentOf(one);
  const own = documentAnchor(one.document, one.scenario);
  return html`<details class="case" id="${caseAnchor(one)}"><summary>${caseName(one, 200)} <small>${setting(one, document)}</small>${verdicts(report, one)}</summary>
<p>From <a href="${fragment(own)}">its document</a>${told(one)}.</p>
${answers(report, one)}
${controls(report, one)}
<div class="witnesses">${report.browsers.map(({ name }) => {
    const observation = one.observed[name];
    return observation && browserEvidence(one, name, observation);
  })}</div>
<details class="reproduce"><summary>Reproduce, or paste into a bug</summary>
${block(reproduction, own)}</details></details>
`;
}

const controlWords = (seen: Observation | undefined): string =>
  seen === undefined ? '' : controlsInWords(seen.evidence.control);

/** What the controls did, which most browsers' did alike. */
function controls(report: Lookup, one: CaseRecord): Html[] {
  const taken = report.browsers.filter(({ name }) => one.observed[name] !== undefined);
  const shared = groupBy(taken, ({ name }) => controlWords(one.observed[name]));
  return [...shared].map(
    ([control, browsers]) =>
      html`<p class="control">Control${shared.size > 1 && ` in ${listed(browsers.map(({ name }) => name))}`}: ${clip(control, 400)}.</p>`,
  );
}

/** Mechanism and URL, by which a reader knows a case. */
export const caseName = ({ mechanism, url }: CaseRecord, length: number): Html =>
  html`<span class="mechanism">${mechanism}</span> ${code(url, length)}`;

/** The verdicts that are not simply the specification's: those stand in the table. */
function verdicts(report: Lookup, one: CaseRecord): Html | null {
  const seen = report.browsers.flatMap(({ name }) => {
    const observation = one.observed[name];
    return observation === undefined || observation.status === 'conforms' ? [] : [{ name, observation }];
  });
  if (seen.length === 0) return null;
  return html` <span class="verdicts">${seen.map(({ name, observation }) => badge(markOf(observation), `${name} ${observation.verdict}`))}</span>`;
}

/** What tells a case from its neighbours with the same mechanism and URL: its context, redirects and options. */
export function setting({ redirects, options }: CaseRecord, document: DocumentRecord | undefined): string {
  const told = Object.keys(options).length > 0 ? clip(JSON.stringify(options), 120) : null;
  const parts = [document?.context, redirects.length > 0 && count(redirects.length, 'redirect'), told];
  return parts.filter(Boolean).join(' · ');
}

/** What the connection met and was told on its way. */
function told({ redirects, options }: CaseRecord): Html {
  return html`${redirects.map(({ status, to }) => html`, redirected with ${status} to ${code(to, 300)}`)}${
    Object.keys(options).length > 0 && html`, told ${code(JSON.stringify(options), 300)}`
  }`;
}
