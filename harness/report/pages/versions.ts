import type { BrowserRecord, DeviationRecord, TimelineRecord } from '../../results/schema.ts';
import { readLine } from '../../results/seen-line.ts';
import { type DeviationKind, deviationKind, kindOfDifference } from '../../results/verdict.ts';
import { browsersInWords } from '../browsers-in-words.ts';
import { filterBar } from '../filter-bar.ts';
import type { Finding } from '../findings.ts';
import { type Html, html } from '../html.ts';
import { layout } from '../layout.ts';
import { findingAnchor, fragment } from '../links.ts';
import { badge } from '../marks.ts';
import { mechanismVersions, versionsOf } from '../mechanism-versions.ts';
import type { Report } from '../report.ts';
import { count, listed, prose } from '../text.ts';
import { deviationBand, spanOf } from '../version-band.ts';
import { shortVersion, spanInWords } from '../version-span.ts';
import { type VersionRow, versionTable } from '../version-table.ts';

/** Deviation × version and mechanism × version, of every product whose versions were measured. */
export function versionsPage(report: Report, findings: readonly Finding[]): string {
  const { timelines = [] } = report.results;
  const told = new Set(timelines.flatMap(({ browsers }) => browsers));
  const others = report.browsers.filter(({ name }) => !told.has(name));
  return layout({
    title: 'Versions',
    section: 'versions.html',
    generator: report.results.generator,
    main: html`<h1>Versions</h1>
<p class="lead">In which versions a recorded deviation is seen, and what each mechanism does in them. One case stands for each; its
versions are measured by bisection, so that most need not be.</p>
${others.length > 0 && html`<p>${browsersInWords(others, ({ name }) => name)}: no other version has been measured. <code>npx connect-src timeline</code> does.</p>`}
${
  timelines.length > 0 &&
  html`${filterBar(timelines.map(({ product }) => ({ name: product })))}
${legend()}`
}
${timelines.map((timeline) => product(report, timeline, findings))}`,
  });
}

function legend(): Html {
  return html`<details class="legend"><summary>What the tables show</summary><dl>
<div><dt>${badge('security')} ${badge('compatibility')} ${badge('reporting')}</dt><dd>Measured, and it deviates so. Of a mechanism: connections leave; script sees something else; it is reported otherwise.</dd></div>
<div><dt>A colour alone</dt><dd>Not measured, and taken to be as the measured versions on both sides of it, which are alike.</dd></div>
<div><dt>·</dt><dd>Measured, and not shown.</dd></div>
<div><dt>${badge('conforms', 'blocked')}</dt><dd>Measured: the mechanism is blocked as the specification says.</dd></div>
<div><dt>${badge('unsupported')}</dt><dd>Measured: the version lacks the mechanism or the context.</dd></div>
<div><dt>${badge('inconclusive')}</dt><dd>Measured: it could not be told.</dd></div>
<div><dt>Hatched</dt><dd>Not known: a change lies somewhere here.</dd></div>
</dl></details>`;
}

function product(report: Report, timeline: TimelineRecord, findings: readonly Finding[]): Html {
  const { product: name, browsers, range, versions, complete } = timeline;
  const engine = report.browsers.find((one) => browsers.includes(one.name))?.engine;
  const versionOf = versionsOf(timeline);
  const short = (version: string) => shortVersion(version, engine);
  const labelOf = (one: string) => short(versionOf(one));
  const deviations = deviationRows(report, timeline, findings, engine);
  const mechanisms = mechanismRows(report, timeline, short);
  const left = range.length - versions.length;
  return html`<section data-browser="${name}" aria-labelledby="product-${name}"><h2 id="product-${name}">${name}</h2>
<p class="quiet">${count(versions.length, 'version')} measured, from ${versions[0]?.version} to ${versions.at(-1)?.version}: ${listed(
    versions.map(({ version, date }) => `${short(version)} (${date})`),
  )}.${left > 0 && ` ${count(left, 'other')} of the range ${left === 1 ? 'was' : 'were'} left out.`}</p>
${!complete && html`<p class="notice">This timeline is not complete: where a change lies between two versions that were measured, the versions between them have not all been measured yet.</p>`}
${part('Deviations', 'Deviation', name, labelOf, deviations)}
${part('Mechanisms', 'Mechanism', name, labelOf, mechanisms)}</section>`;
}

function part(
  heading: string,
  what: string,
  product: string,
  labelOf: (name: string) => string,
  rows: readonly VersionRow[],
): Html {
  return html`<h3>${heading}</h3>${
    rows.length === 0
      ? html`<p class="quiet">None of these cases has been measured in other versions.</p>`
      : versionTable(what, product, labelOf, rows)
  }`;
}

function deviationRows(
  report: Report,
  timeline: TimelineRecord,
  findings: readonly Finding[],
  engine: BrowserRecord['engine'] | undefined,
): VersionRow[] {
  const versionOf = versionsOf(timeline);
  const recorded = timeline.deviations.map((one) => {
    const record = report.results.deviations.find(
      ({ id, browser }) => id === one.id && timeline.browsers.includes(browser),
    );
    return { one, record, kind: kindOf(one.line) };
  });
  const grave = ({ kind }: { kind: DeviationKind }) => deviationKind.options.indexOf(kind);
  return recorded
    .sort((a, b) => grave(a) - grave(b))
    .map(({ one, record, kind }) => {
      const cells = deviationBand(timeline, one, kind);
      const span = spanOf(cells, ({ words }) => words === 'shown', versionOf);
      const finding = findings.find(({ known, mark }) => known !== null && known === record && mark === kind);
      return {
        cells,
        heading: html`${nameOf(record, finding, one.id)} <small>${
          span
            ? spanInWords(span, (version) => shortVersion(version, engine))
            : 'shown by no version that was measured'
        }</small>`,
      };
    });
}

/** What a line of a timeline means to a reader, such as `enforcement: allowed`. */
function kindOf(line: string): DeviationKind {
  const { facet, difference } = readLine(line);
  return kindOfDifference(facet ?? 'outcome', difference);
}

function nameOf(record: DeviationRecord | undefined, finding: Finding | undefined, id: string): Html {
  if (record === undefined) return html`<code>${id}</code>`;
  const words = prose(record.cause, 160);
  return finding ? html`<a href="deviations.html${fragment(findingAnchor(finding.id))}">${words}</a>` : words;
}

const mechanismRows = (
  report: Report,
  timeline: TimelineRecord,
  short: (version: string) => string,
): VersionRow[] =>
  mechanismVersions(report, timeline).map(({ mechanism, cells, blocked }) => ({
    cells,
    heading: html`<span class="mechanism">${mechanism}</span> <small>${
      blocked ? `blocked: ${spanInWords(blocked, short)}` : 'blocked in no version that was measured'
    }</small>`,
  }));
