import { effectiveDirective } from '../spec/effective-directive.ts';
import type { Explanation, Question } from '../spec/explain.ts';
import type { Change, Edit } from './advice.ts';
import { isOfAnApp } from './app-schemes.ts';
import { blockedUrl } from './blocked-url.ts';
import { asBrowsersRead } from './browsers-reading.ts';
import { changeOf, edited } from './change.ts';
import { deliveredPolicies } from './delivered-policies.ts';
import { governing, valueInPlaceOf } from './policy-text.ts';
import { sourcesFor } from './sources-for.ts';

/** A policy blocks at most once a hop; more edits than this are never needed for what a person asks. */
const mostEdits = 200;

/**
 * The smallest change of the policies that lets a connection through, as the oracle finds when it is asked again;
 * undefined where no change does: it is allowed already, or something besides the policies stops it.
 *
 * Every policy that blocks gets the narrowest source that stops it from blocking, hop after hop.
 *
 * @param sources only these are tried, in order; by default all that could stand for the URL that is blocked
 */
export function leastChange(question: Question, sources?: readonly string[]): Change | undefined {
  const edits: Edit[] = [];
  for (let tried = 0; tried < mostEdits; tried++) {
    const now = edited(question, edits);
    const answer = asBrowsersRead(now);
    if (answer.verdict === 'allowed') {
      const [first, ...others] = edits;
      // Something else may stop it all the same, and then the change does not help.
      if (first === undefined || failsAllTheSame(now, answer)) return undefined;
      return changeOf(question, [first, ...others]);
    }
    const edit = editThatHelps(now, answer, sources);
    if (edit === undefined) return undefined;
    merge(edits, edit);
  }
  return undefined;
}

/**
 * The smallest change of the report-only policies after which they have nothing to report, as if they were enforced;
 * undefined where none does.
 */
export function leastReportOnlyChange(question: Question): Change | undefined {
  const { policy: _, meta: __, reportOnly, ...others } = question;
  if (reportOnly === undefined || question.creator !== undefined) return undefined;
  const change = leastChange({ ...others, policy: reportOnly });
  const moved = <E extends Edit>(edit: E): E => ({ ...edit, in: 'report-only' });
  return change && { ...moved(change), also: change.also.map(moved) };
}

/** A scheme of an app's own is answered by no browser, but by the app around a WebView. */
const failsAllTheSame = ({ url }: Question, { alsoBlockedBy }: Explanation): boolean =>
  alsoBlockedBy.some((reason) => reason !== 'not-fetchable' || !isOfAnApp(schemeOf(url)));

const schemeOf = (url: string): string => url.slice(0, url.indexOf(':')).toLowerCase();

/** The first edit after which the first policy that blocks has nothing against this URL any more. */
function editThatHelps(
  question: Question,
  answer: Explanation,
  sources?: readonly string[],
): Edit | undefined {
  const index = firstBlocking(answer);
  const policy = index === undefined ? undefined : deliveredPolicies(question)[index];
  const effective = effectiveName(question);
  const governs = policy && effective !== null ? governing(policy.text, effective) : null;
  if (policy === undefined || effective === null || governs === null) return undefined;
  const { text, ...place } = policy;
  const url = blockedUrl(question, answer);
  const edits = (sources ?? sourcesOf(question, url)).map((source): Edit => {
    const add = governs === effective ? source : valueInPlaceOf(text, governs, effective, source);
    return { ...place, directive: effective, add };
  });
  return edits.find((edit) => {
    const after = edited(question, [edit]);
    const next = asBrowsersRead(after);
    if (next.verdict === 'allowed') return true;
    return next.by === 'csp' && (firstBlocking(next) !== index || blockedUrl(after, next) !== url);
  });
}

const sourcesOf = ({ request }: Question, url: string): readonly string[] =>
  request?.webTransportHashes ? ["'unsafe-webtransport-hashes'"] : sourcesFor(url);

const firstBlocking = ({ violations }: Explanation): number | undefined =>
  violations.find(({ disposition }) => disposition === 'enforce')?.policyIndex;

/** A policy that blocks twice, at different hops, has one edit. */
function merge(edits: Edit[], edit: Edit): void {
  const same = edits.find(
    (one) =>
      one.in === edit.in &&
      one.policy === edit.policy &&
      one.up === edit.up &&
      one.directive === edit.directive,
  );
  if (same === undefined) edits.push(edit);
  else same.add = `${same.add} ${edit.add}`;
}

/** The directive that governs a question's request by its kind; null where none does. */
export function effectiveName({ request = {} }: Question): string | null {
  const { destination = '', initiator = '' } = request;
  return effectiveDirective({ destination, initiator });
}
