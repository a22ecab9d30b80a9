import type { BrowserRecord, CaseRecord, DeviationRecord, Observation } from '../../judgement/results.ts';
import { facetName } from '../../judgement/verdict.ts';
import { unexplainedIn } from '../unexplained.ts';
import { bcdBrowser, bcdVersion } from './bcd-browser.ts';
import { type BcdFlags, bcdFlags } from './bcd-flags.ts';

/** browser-compat-data's simple support statement, as far as a measurement can fill it in. */
export interface SupportStatement {
  version_added: string | false;
  flags?: BcdFlags;
  partial_implementation?: true;
  notes?: string | [string, string, ...string[]];
}

/**
 * What one browser's results say of one mechanism; null where they say nothing.
 *
 * A single version was measured, so the first version with support is not known: `≤156` says "156 or earlier".
 * Support means that cases which connect-src blocks were blocked; some that were not make it partial;
 * deviations in what script or a report sees are notes.
 */
export function supportStatement(
  browser: BrowserRecord,
  mechanism: string,
  cases: readonly CaseRecord[],
  deviations: readonly DeviationRecord[],
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
  const flags = bcdFlags[name]?.[mechanism];
  const wrong = seen.filter(({ observation }) => observation.facets.enforcement.result === 'deviates');
  return {
    version_added: `≤${version}`,
    ...(flags && { flags }),
    ...(wrong.length > 0 ? { partial_implementation: true } : {}),
    ...notesFor(
      seen.map(({ observation }) => observation),
      version,
      deviations,
      browser.name,
    ),
  };
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
): Pick<SupportStatement, 'notes'> {
  const deviating = seen
    .flatMap((each) => facetName.options.map((name) => ({ name, ...each.facets[name] })))
    .filter(({ result }) => result === 'deviates');
  const ids = new Set(deviating.flatMap(({ deviations }) => deviations ?? []));
  const records = deviations.filter((each) => each.browser === browser && ids.has(each.id));
  const recorded = records.map(
    ({ cause, link }) => sentence(cause) + (link === null ? '' : ` See [the bug](${link}).`),
  );
  const others = deviating.filter((facet) => unexplainedIn(facet).length > 0);
  const unrecorded = facetName.options.flatMap((facet) => {
    const count = others.filter(({ name }) => name === facet).length;
    if (count === 0) return [];
    return [
      `Version ${version} departs from the specification in ${facet} in ${count} of ${seen.length} cases measured.`,
    ];
  });
  const [first, second, ...more] = [...new Set([...recorded, ...unrecorded])];
  if (first === undefined) return {};
  return { notes: second === undefined ? first : [first, second, ...more] };
}

/** Notes are Markdown, and what a cause says is text. */
function sentence(cause: string): string {
  const text = cause.replaceAll('<', '&lt;').replace(/\s+/g, ' ').trim();
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
