import type { BcdFlag } from '../catalogue/mechanism.ts';
import { mechanismNamed } from '../catalogue/registry.ts';
import { isNext } from '../report/version-span.ts';
import type { BrowserRecord, CaseRecord, DeviationRecord, Observation } from '../results/schema.ts';
import type { VersionSpan } from '../results/span.ts';
import { unexplainedIn } from '../results/unexplained.ts';
import { facetName } from '../results/verdict.ts';
import { bcdBrowser, bcdVersion } from './bcd-browser.ts';

/** browser-compat-data's simple support statement, as far as a measurement can fill it in. */
export interface SupportStatement {
  version_added: string | false;
  flags?: [BcdFlag, ...BcdFlag[]];
  partial_implementation?: true;
  notes?: string | [string, string, ...string[]];
}

/**
 * What one browser's results say of one mechanism; null where they say nothing.
 *
 * Where a single version was measured, the first version with support is not known: `≤156` says "156 or earlier". A
 * timeline tells more: the oldest version that was measured to block it, and, where one before it was not, which.
 * Support means that cases which connect-src blocks were blocked; some that were not make it partial;
 * deviations in what script or a report sees are notes.
 */
export function supportStatement(
  browser: BrowserRecord,
  mechanism: string,
  cases: readonly CaseRecord[],
  deviations: readonly DeviationRecord[],
  timeline: VersionSpan | null = null,
): SupportStatement | null {
  const name = bcdBrowser(browser);
  const version = name && bcdVersion(browser, name);
  if (name === null || version === null) return null;
  const seen = cases.flatMap((record) => {
    const observation = record.observed[browser.name];
    return observation === undefined ? [] : [{ record, observation }];
  });
  const blocking = seen.filter(
    ({ record: { spec } }) =>
      spec.verdict === 'blocked' && spec.by === 'csp' && spec.directive === 'connect-src',
  );
  const judged = blocking.filter(({ observation }) => isJudged(observation));
  if (judged.length === 0) {
    const unsupported =
      blocking.length > 0 && blocking.every(({ observation }) => observation.verdict === 'unsupported');
    return unsupported
      ? { version_added: false, notes: `\`${mechanism}\` is not available in version ${version}.` }
      : null;
  }
  const blocked = judged.filter(({ observation }) => observation.verdict === 'blocked');
  if (blocked.length === 0) {
    return {
      version_added: false,
      notes: `Version ${version} blocked none of ${judged.length} connections measured.`,
    };
  }
  const flags = mechanismNamed(mechanism)?.bcd?.flags?.[name];
  const wrong = seen.filter(({ observation }) => observation.facets.enforcement.result === 'deviates');
  const added = versionAdded(timeline, version, (of) => bcdVersion({ ...browser, version: of }, name) ?? of);
  return {
    version_added: added.version,
    ...(flags && { flags: [...flags] }),
    ...(wrong.length > 0 ? { partial_implementation: true } : {}),
    ...notes([
      ...added.notes,
      ...notesFor(
        seen.map(({ observation }) => observation),
        version,
        deviations,
        browser.name,
      ),
    ]),
  };
}

/**
 * The first version with support, as far as it was measured. A span that ends says nothing of the version at hand.
 *
 * @param release how browser-compat-data lists a version
 */
function versionAdded(
  span: VersionSpan | null,
  version: string,
  release: (version: string) => string,
): { version: string; notes: string[] } {
  if (span === null || span.until !== null) return { version: `≤${version}`, notes: [] };
  if (span.since === null) return { version: `≤${release(span.oldest)}`, notes: [] };
  const [since, before] = [release(span.since), release(span.notIn ?? span.lackedIn ?? '')];
  if (isNext(before, since)) return { version: since, notes: [] };
  const why = span.notIn === null ? 'lacks it' : 'does not apply `connect-src` to it';
  const note = `Version ${before} ${why}; no version between ${before} and ${since} was measured.`;
  return { version: `≤${since}`, notes: [note] };
}

function isJudged({ verdict, status }: Observation): boolean {
  return verdict !== 'unsupported' && verdict !== 'inconclusive' && status !== 'unstable';
}

/** One note a recorded deviation, with its link, and one a facet for what is not recorded yet. */
function notesFor(
  seen: readonly Observation[],
  version: string,
  deviations: readonly DeviationRecord[],
  browser: string,
): string[] {
  const deviating = seen
    .flatMap((each) => facetName.options.map((name) => ({ name, ...each.facets[name] })))
    .filter(({ result }) => result === 'deviates');
  const ids = new Set(deviating.flatMap(({ deviations }) => deviations ?? []));
  const records = deviations.filter((each) => each.browser === browser && ids.has(each.id));
  const recorded = records.map(({ cause, links }) => {
    const bug = links.find(({ tells }) => tells === 'same');
    return sentence(cause) + (bug === undefined ? '' : ` See [the bug](${bug.url}).`);
  });
  const others = deviating.filter((facet) => unexplainedIn(facet).length > 0);
  const unrecorded = facetName.options.flatMap((facet) => {
    const count = others.filter(({ name }) => name === facet).length;
    if (count === 0) return [];
    return [
      `Version ${version} departs from the specification in ${facet} in ${count} of ${seen.length} cases measured.`,
    ];
  });
  return [...recorded, ...unrecorded];
}

/** One note is text, several are a list, and none is no entry at all. */
function notes(all: readonly string[]): Pick<SupportStatement, 'notes'> {
  const [first, second, ...more] = [...new Set(all)];
  if (first === undefined) return {};
  return { notes: second === undefined ? first : [first, second, ...more] };
}

/** Notes are Markdown, and what a cause says is text. */
function sentence(cause: string): string {
  const text = cause.replaceAll('<', '&lt;').replace(/\s+/g, ' ').trim();
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
