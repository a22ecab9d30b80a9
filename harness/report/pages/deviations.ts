import type { BrowserRecord, DeviationRecord, PublicReport } from '../../results/schema.ts';
import { deviationKind } from '../../results/verdict.ts';
import { reference } from '../anchors.ts';
import { bugReport } from '../bug-report.ts';
import type { Finding } from '../findings.ts';
import { type Html, html } from '../html.ts';
import { layout } from '../layout.ts';
import { findingAnchor } from '../links.ts';
import { badge, isDeviation, marks } from '../marks.ts';
import type { Report } from '../report.ts';
import { pageText } from '../reproduction.ts';
import { caseLink } from '../scenario-link.ts';
import { simplestCase } from '../simplest-case.ts';
import { reproductionOf, type SmallestPage, shrunkPage } from '../smallest-page.ts';
import { block, clip, code, count, prose } from '../text.ts';
import { shortVersion, spanInWords } from '../version-span.ts';

/** How many cases of a deviation are listed; the matrix by deviation has them all. */
const SHOWN = 200;

/** Every deviation with its cause, its public bug, what was expected and seen, and its cases. */
export function deviationsPage(report: Report, findings: readonly Finding[]): string {
  return layout({
    title: 'Deviations',
    section: 'deviations.html',
    generator: report.results.generator,
    main: html`<h1>Deviations</h1>
<p class="lead">Where a browser differs from the specification: one entry a cause, recorded ones with their public bug, new ones by scenario.</p>
${deviationKind.options.map((kind) => {
  const of = findings.filter((finding) => finding.mark === kind);
  return html`<section aria-labelledby="${kind}"><h2 id="${kind}">${marks[kind].heading}</h2>
<p class="quiet">${of.length === 0 ? marks[kind].none : marks[kind].means}</p>${of.map((finding) => entry(report, finding))}</section>`;
})}`,
  });
}

function entry(report: Report, finding: Finding): Html {
  const recorded = finding.known
    ? html`Known as <code>${finding.known.id}</code>, ${finding.known.facet}`
    : html`<span class="new">New</span>`;
  return html`<article class="deviation" id="${findingAnchor(finding.id)}"><h3>${badge(finding.mark, finding.browser)} ${prose(finding.sentence, 600)}</h3>
<p class="quiet">${recorded} · ${count(finding.cases.length, 'case')}${
    finding.known && publicly(finding.known, engineOf(report, finding))
  }</p>
${shownBy(report, finding)}
<dl class="fields">${lines('Spec', finding.spec)}${lines('Observed', finding.observed)}</dl>
<details><summary>${count(finding.cases.length, 'case')}</summary><ul>${finding.cases
    .slice(0, SHOWN)
    .map(
      (one) => html`<li><a href="${caseLink('', one, finding.browser)}">${code(one.id, 300)}</a></li>\n`,
    )}</ul>${
    finding.cases.length > SHOWN &&
    html`<p>And ${finding.cases.length - SHOWN} more in the
<a href="matrix-by-deviation.html">matrix by deviation</a>.</p>`
  }</details></article>`;
}

/** The smallest page that shows a finding, and the report of it to copy. */
function shownBy(report: Report, { cases, known, mark, ...finding }: Finding): Html | false {
  const one = simplestCase(cases, (each) => report.documentOf(each));
  const document = one && report.documentOf(one);
  const scenario = one && report.scenarioOf(one);
  const browser = report.browsers.find(({ name }) => name === finding.browser);
  if (!one || !document || !scenario || !browser || !isDeviation(mark)) return false;
  const recorded = known && reproductionOf(known, mark);
  const page: SmallestPage = recorded
    ? shrunkPage(recorded, report.stepsOf(recorded.spec.derivation))
    : { one, document, spec: one.spec, steps: report.stepsOf(one.spec.derivation), shrunkIn: null };
  const text = bugReport({
    ...{ sentence: finding.sentence, kind: mark, browser, facts: known },
    ...{ page, caseId: one.id, scenario, expected: [...finding.spec], observed: [...finding.observed] },
    corpus: report.results.corpus,
  });
  return html`<p class="quiet">${
    page.shrunkIn === null
      ? 'The smallest page among its cases:'
      : html`The smallest page that shows it, shrunk in version ${page.shrunkIn}. It shows: ${code(recorded?.observed ?? '', 300)}`
  }</p>
${block(pageText(page.one, page.document))}
<details><summary>A report to copy into a bug</summary>${block(text)}</details>`;
}

/** Since when a deviation was measured, and what is publicly known of it. */
function publicly(
  { since, seen, links, lookedUp, fixed }: DeviationRecord,
  engine: BrowserRecord['engine'] | undefined,
): Html {
  const reports = (wanted: string) => links.filter(({ tells }) => tells === wanted);
  const same = reports('same');
  const related = reports('related');
  const searched =
    lookedUp === null ? 'No public report searched for yet' : `No public report found on ${lookedUp}`;
  return html`<br>${versionsInWords({ since, seen }, engine)}
<br>${same.length > 0 ? html`Public report: ${linked(same)}` : searched}${
    related.length > 0 && html` · related: ${linked(related)}`
  }${fixed && html` · fixed upstream on ${fixed.date}: ${reference(fixed.url, brief(fixed.url))}`}`;
}

/** From which version to which it was seen; where there is no timeline, where it was seen first. */
function versionsInWords(
  { since, seen }: Pick<DeviationRecord, 'since' | 'seen'>,
  engine: BrowserRecord['engine'] | undefined,
): Html | null {
  if (seen) {
    const words = spanInWords(seen, (version) => shortVersion(version, engine));
    return html`<a href="versions.html">${words.charAt(0).toUpperCase()}${words.slice(1)}</a>`;
  }
  return (
    since && html`First measured in ${since.version} on ${since.date}; older versions have not been measured`
  );
}

const engineOf = (report: Report, { browser }: Finding) =>
  report.browsers.find(({ name }) => name === browser)?.engine;

const linked = (reports: readonly PublicReport[]): Html[] =>
  reports.map(({ url }, index) => html`${index > 0 && ', '}${reference(url, brief(url))}`);

/** An address as short as readers write it: `WebKit/WebKit#65829`, `bugs.webkit.org 308756`. */
function brief(url: string): string {
  const github = /^https:\/\/github\.com\/([^/]+\/[^/]+)\/(?:pull|issues)\/(\d+)$/.exec(url);
  if (github) return `${github[1]}#${github[2]}`;
  const bugzilla = /^https:\/\/([^/]+)\/show_bug\.cgi\?id=(\d+)$/.exec(url);
  return bugzilla ? `${bugzilla[1]} ${bugzilla[2]}` : url;
}

const lines = (name: string, all: ReadonlySet<string>): Html | false =>
  all.size > 0 && html`<dt>${name}</dt><dd>${clip([...all].join(' | '))}</dd>`;
