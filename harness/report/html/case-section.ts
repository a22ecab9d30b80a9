import type { CaseRecord, DocumentRecord } from '../../judgement/results.ts';
import { answers, specSteps } from './answers.ts';
import { browserEvidence } from './browser-evidence.ts';
import { type Html, html } from './html.ts';
import { caseAnchor, fragment } from './links.ts';
import { badge, markOf } from './marks.ts';
import type { Report } from './report.ts';
import { reproductionText, rerunCommand, serveCommand } from './reproduction.ts';
import { block, clip, code, count } from './text.ts';

/** The three answers to one case side by side, its evidence, and how to see it again. Closed until it is asked for. */
export function caseSection(report: Report, one: CaseRecord): Html {
  const document = report.documentOf(one);
  return html`<details class="case" id="${caseAnchor(one.id)}">
<summary><span class="mechanism">${one.mechanism}</span> ${code(one.url, 200)} <small>${setting(one, document)}</small> <span class="verdicts">${report.browsers.map(
    ({ name }) => {
      const observation = one.observed[name];
      return (
        observation &&
        html`<span class="by-browser">${name} ${badge(markOf(observation), observation.verdict)}</span> `
      );
    },
  )}</span></summary>
<p class="case-id">${sentence(one, document)} <a href="${fragment(caseAnchor(one.id))}">Link to this case</a></p>
${answers(report, one)}
${specSteps(report, one)}
<div class="witnesses">${report.browsers.map(({ name }) => {
    const observation = one.observed[name];
    return observation && browserEvidence(one, name, observation);
  })}</div>
<details class="reproduce"><summary>Reproduce, or paste into a bug</summary>
<p>Serve it on localhost, to open in any browser by hand:</p>${block(serveCommand(one.id), 'Command that serves this case')}
<p>Run its scenario alone:</p>${block(report.browsers.map(({ name }) => rerunCommand(one.scenario, name)).join('\n'), 'Commands that rerun this scenario')}
<p>Headers and script:</p>${block(reproductionText(one, document), 'Headers and script of this case')}
</details>
</details>`;
}

/** What tells a case from its neighbours with the same mechanism and URL: its context, redirects and options. */
export function setting({ redirects, options }: CaseRecord, document: DocumentRecord | undefined): string {
  const told = Object.keys(options).length > 0 ? clip(JSON.stringify(options), 120) : null;
  const parts = [document?.context, redirects.length > 0 && count(redirects.length, 'redirect'), told];
  return parts.filter(Boolean).join(' · ');
}

/** The case in one sentence. */
function sentence(one: CaseRecord, document: DocumentRecord | undefined): Html {
  const from = document ? html`From a ${document.context} at ${code(document.page, 300)}, ` : null;
  const redirected = one.redirects.map(
    ({ status, to }) => html`, redirected with ${status} to ${code(to, 300)}`,
  );
  const options =
    Object.keys(one.options).length > 0 && html`, told ${code(JSON.stringify(one.options), 300)}`;
  return html`${from}${code(one.mechanism)} to ${code(one.url, 600)}${redirected}${options}: expected to be ${one.expected}.`;
}
