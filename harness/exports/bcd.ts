import { mechanismNamed } from '../catalogue/registry.ts';
import { mechanismVersions } from '../report/mechanism-versions.ts';
import { indexResults } from '../report/report.ts';
import { groupBy } from '../results/group-by.ts';
import type { DocumentRecord, Results } from '../results/schema.ts';
import type { VersionSpan } from '../results/span.ts';
import { type BcdBrowser, bcdBrowser } from './bcd-browser.ts';
import { type SupportStatement, supportStatement } from './bcd-support.ts';

/** What the results say of one mechanism, as a feature of MDN's browser-compat-data. */
export interface BcdFeature {
  __compat: {
    description: string;
    spec_url: string;
    support: Partial<Record<BcdBrowser, SupportStatement>>;
    status: { experimental: boolean; standard_track: boolean; deprecated: boolean };
  };
}

/** A source file of browser-compat-data: features under the identifiers of the `connect-src` directive. */
export interface BcdFile {
  http: { headers: { 'Content-Security-Policy': { 'connect-src': Record<string, BcdFeature> } } };
}

/**
 * The results as support statements, one feature a mechanism.
 * A mechanism that connect-src blocks nowhere in these results is left out: they say nothing about it.
 * So are browsers that browser-compat-data has no name for.
 */
export function toBcd(results: Results): BcdFile {
  const spans = spansOf(results);
  const { documentOf } = indexResults(results);
  // A Connection-Allowlist is another header: what it does to a mechanism is nothing of `connect-src`.
  const cases = results.cases.filter((one) => !hasAllowlist(documentOf(one)));
  const byMechanism = groupBy(cases, (record) => record.mechanism);
  const features = [...byMechanism]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([mechanism, cases]) => {
      const support: BcdFeature['__compat']['support'] = {};
      for (const [browser, record] of measuredBrowsers(results)) {
        const statement = supportStatement(
          record,
          mechanism,
          cases,
          results.deviations,
          spans.get(record.name)?.get(mechanism),
        );
        if (statement !== null) support[browser] = statement;
      }
      return Object.keys(support).length === 0
        ? []
        : [[identifier(mechanism), feature(mechanism, support)] as const];
    });
  return {
    http: { headers: { 'Content-Security-Policy': { 'connect-src': Object.fromEntries(features) } } },
  };
}

const hasAllowlist = (document: DocumentRecord | undefined): boolean =>
  [document, document?.creator].some(
    (each) => each?.allowlist !== undefined || each?.allowlistReportOnly !== undefined,
  );

/** In which versions each mechanism was measured to be blocked, by browser. */
function spansOf(results: Results): Map<string, Map<string, VersionSpan | null>> {
  const report = indexResults(results);
  return new Map(
    (results.timelines ?? []).flatMap((timeline) => {
      const spans = new Map(
        mechanismVersions(report, timeline).map(({ mechanism, blocked }) => [mechanism, blocked] as const),
      );
      return timeline.browsers.map((name) => [name, spans] as const);
    }),
  );
}

/** Names of browsers whose results no statement can be made of. */
export function leftOutOfBcd(results: Results): string[] {
  const taken = new Set([...measuredBrowsers(results).values()].map(({ name }) => name));
  return results.browsers.map(({ name }) => name).filter((name) => !taken.has(name));
}

/** Where two browsers answer to one name, as Chrome and a Chromium build do, the branded one speaks for it. */
function measuredBrowsers(results: Results): Map<BcdBrowser, Results['browsers'][number]> {
  const found = new Map<BcdBrowser, Results['browsers'][number]>();
  for (const record of results.browsers) {
    const browser = bcdBrowser(record);
    if (browser === null) continue;
    if (!found.has(browser) || record.name === browser) found.set(browser, record);
  }
  return found;
}

function feature(mechanism: string, support: BcdFeature['__compat']['support']): BcdFeature {
  return {
    __compat: {
      description: `\`connect-src\` applies to \`${mechanism}\``,
      spec_url: 'https://w3c.github.io/webappsec-csp/#directive-connect-src',
      support,
      status: { experimental: false, standard_track: true, deprecated: false },
    },
  };
}

/** What the mechanism says it is called there. Identifiers hold letters, digits and `_-$@` only: `a[ping]` becomes `a_ping`. */
function identifier(mechanism: string): string {
  const given = mechanismNamed(mechanism)?.bcd?.identifier;
  if (given !== undefined) return given;
  return mechanism.replace(/[^A-Za-z0-9_$@-]+/g, '_').replace(/^_+|_+$/g, '');
}
