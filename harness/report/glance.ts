import { groupBy } from '../results/group-by.ts';
import type { CaseRecord, DocumentRecord, Observation } from '../results/schema.ts';
import { parseSerializedPolicy } from '../spec/parse-serialized-policy.ts';
import { inFormOrder } from './form-order.ts';
import { isBlockedByConnectSrc, isPlain } from './plain-cases.ts';
import type { Report } from './report.ts';

/** One mechanism, and what each browser was seen to do with it. */
export interface GlanceRow {
  mechanism: string;
  /** Whether the specification has connect-src govern it, and the directive that does where it is another one. */
  governed: boolean;
  directive: string | null;
  /** By browser name; absent where nothing was measured. */
  cells: ReadonlyMap<string, GlanceCell>;
}

/** What one browser did in the plain cases of one mechanism. */
export interface GlanceCell {
  /** The cases that could be judged; none where the browser lacks the mechanism, or no verdict was reached. */
  judged: number;
  /** How many of them were blocked. */
  blocked: number;
  /** Why none could be judged. */
  without: 'unsupported' | 'inconclusive' | null;
  /** What script sees of a block; null where there was none. */
  look: Frequent | null;
  /** Whether the event of an enforced policy was fired; null where there was no block. */
  event: Frequent | null;
}

/** The most frequent answer of several cases. */
export interface Frequent {
  words: string;
  /** Whether the specification says otherwise in most cases that gave it. */
  deviates: boolean;
  /** Whether every case gave it. */
  always: boolean;
}

/**
 * What each mechanism does in each browser, from its plain cases: in a document or a frame, with no redirect, and on no
 * disputed point. Of a mechanism that the specification has connect-src govern they are those that connect-src blocks; of
 * any other one those that a `connect-src 'none'` is not to block. The best known mechanisms first.
 */
export function glanceRows(report: Report): GlanceRow[] {
  const plain = report.results.cases.filter((one) => isPlain(report, one));
  return [...groupBy(plain, ({ mechanism }) => mechanism)]
    .flatMap(([mechanism, cases]) => {
      const blocked = cases.filter(isBlockedByConnectSrc);
      const governed =
        blocked.length > 0 || cases.some(({ spec: { directive } }) => directive === 'connect-src');
      const telling = governed
        ? blocked
        : cases
            .filter(({ spec }) => spec.verdict === 'allowed')
            .filter((one) => isNone(report.documentOf(one)));
      if (telling.length === 0) return [];
      const directive = cases.map(({ spec }) => spec.directive).find((one) => one !== null) ?? null;
      return [{ mechanism, governed, directive, cells: cellsOf(report, telling) }];
    })
    .sort(inFormOrder);
}

/** Whether an enforced policy of the document lets connect-src match nothing. */
const isNone = (document: DocumentRecord | undefined): boolean =>
  [...(document?.policy ?? []), ...(document?.meta ?? [])].some((text) => {
    const sources = parseSerializedPolicy(text, 'header', 'enforce').directives.get('connect-src');
    return sources?.every((source) => source.toLowerCase() === "'none'");
  });

function cellsOf(report: Report, cases: readonly CaseRecord[]): Map<string, GlanceCell> {
  return new Map(
    report.browsers.flatMap(({ name }) => {
      const seen = cases.flatMap((one) => {
        const observation = one.observed[name];
        return observation ? [{ one, observation }] : [];
      });
      return seen.length === 0 ? [] : [[name, cellOf(seen)] as const];
    }),
  );
}

interface Sight {
  one: CaseRecord;
  observation: Observation;
}

function cellOf(seen: readonly Sight[]): GlanceCell {
  const judged = seen.filter(({ observation: { verdict, status } }) =>
    status === 'unstable' ? false : verdict !== 'unsupported' && verdict !== 'inconclusive',
  );
  const blocked = judged.filter(({ observation }) => observation.verdict === 'blocked');
  const lacking = seen.some(({ observation }) => observation.verdict === 'unsupported');
  const watched = blocked.filter(({ one }) => one.spec.violations.some(isEnforced));
  return {
    judged: judged.length,
    blocked: blocked.length,
    without: judged.length > 0 ? null : lacking ? 'unsupported' : 'inconclusive',
    look: mostFrequent(blocked, ({ observation: { evidence, facets } }) => {
      const words = lookOf(evidence.outcome.shape);
      const { result, spec } = facets.outcome;
      return { words, deviates: result === 'deviates' && words !== lookOf(spec) };
    }),
    event: mostFrequent(watched, ({ observation: { evidence, facets } }) => {
      const fired = evidence.violations.some(({ fields }) => isEnforced(fields));
      // The text may leave it open, or it is chance whether script hears it.
      const deviates = !fired && facets.violation.result === 'deviates';
      return { words: fired ? 'violation event' : 'no violation event', deviates };
    }),
  };
}

const isEnforced = ({ disposition }: CaseRecord['spec']['violations'][number]): boolean =>
  disposition !== 'report';

function mostFrequent(
  seen: readonly Sight[],
  answerOf: (one: Sight) => Omit<Frequent, 'always'>,
): Frequent | null {
  const answers = [...groupBy(seen.map(answerOf), ({ words }) => words)].sort(
    ([, a], [, b]) => b.length - a.length,
  );
  const [most] = answers;
  if (most === undefined) return null;
  const [words, those] = most;
  const deviating = those.filter(({ deviates }) => deviates).length;
  return { words, deviates: deviating * 2 > those.length, always: answers.length === 1 };
}

/**
 * What script sees of a block, in as few words as tell it: the exception, else an error event, else the value.
 *
 * @param shape the steps of script in one line, or several such with bars between; of those the first counts
 */
export function lookOf(shape: string): string {
  const steps = (shape.split(' | ')[0] ?? '').split('; ');
  const first = (expression: RegExp) =>
    steps.map((step) => expression.exec(step)?.[1]).find((found) => found !== undefined);
  const exception = (name: string) => name.replace(/^(DOMException|Object) (?=\S)/, '');
  const thrown = first(/^(?:\w+ )?throws (.+)/);
  if (thrown !== undefined) return `throws ${exception(thrown)}`;
  const rejected = first(/^(?:\w+ )?rejects (.+)/);
  if (rejected !== undefined) return `rejects ${exception(rejected)}`;
  if (steps.some((step) => /^error\b/.test(step))) return 'error event';
  const returned = first(/^returns (true|false)$/);
  return returned === undefined ? 'script sees nothing' : `returns ${returned}`;
}
