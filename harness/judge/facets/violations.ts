import { chain, withoutQuery } from '../../plan/address.ts';
import type { PlannedCase } from '../../plan/plan.ts';
import type { Evidence, ViolationMessage } from '../../rig/evidence.ts';
import type { Explanation, Violation } from '../../spec/explain.ts';
import { parseUrl } from '../../spec/url-record.ts';
import { compared, type Facet } from './facet.ts';
import { asHttp, canonicalPolicy } from './fields.ts';

type Fields = ViolationMessage['fields'];

/**
 * Compares the violation events that were fired with those the specification fires (CSP#report-violation), as sets: an
 * event may be repeated only where the text repeats it. Source positions are left to browsers and not compared.
 */
export function compareViolations(one: PlannedCase, { violations }: Evidence, spec: Explanation): Facet {
  const differences = new Set<string>();
  const left = violations.map(({ target, fields }) => ({ target, fields }));
  const groups = identical(spec.violations).map((group) => ({ group, matching: takeExact(left, group[0]) }));
  for (const { group, matching: exact } of groups) {
    const [expected, ...twins] = group;
    const matching = exact.length > 0 ? exact : takeAny(left, expected);
    const all = [expected, ...twins];
    const least = all.filter(({ optional }) => !optional).length;
    const most = all.reduce((sum, { times }) => sum + times, 0);
    const count = ['no event', '1 event'][matching.length] ?? `${matching.length} events`;
    if (matching.length < least || matching.length > most)
      differences.add(`${count} (${expected.disposition})`);
    for (const event of matching)
      for (const difference of fieldDifferences(one, event, expected)) differences.add(difference);
  }
  for (const { fields } of left)
    differences.add(`an event the specification does not fire (${fields.disposition})`);
  const seen = violationsInWords(violations);
  const listed = [...differences].sort();
  return compared(expectedInWords(spec.violations), listed.join('; ') || seen, listed);
}

/** Policies in the same words fire events that cannot be told apart: their violations, together. */
function identical(violations: readonly Violation[]): Array<[Violation, ...Violation[]]> {
  const groups = new Map<string, [Violation, ...Violation[]]>();
  for (const one of violations) {
    const key = `${one.disposition} ${one.blockedURI} ${canonicalPolicy(one.originalPolicy)}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

/** Takes the events that name this violation's policy out of `left`. */
function takeExact<T extends { fields: Fields }>(left: T[], expected: Violation): T[] {
  const policy = canonicalPolicy(expected.originalPolicy);
  return take(
    left,
    left.filter(
      ({ fields }) =>
        fields.disposition === expected.disposition &&
        canonicalPolicy(String(fields.originalPolicy)) === policy,
    ),
  );
}

/** Takes an event that names no violation's policy, but has the disposition, out of `left`: the policy is what is wrong. */
const takeAny = <T extends { fields: Fields }>(left: T[], { disposition }: Violation): T[] =>
  take(left, left.filter(({ fields }) => fields.disposition === disposition).slice(0, 1));

function take<T>(left: T[], taken: T[]): T[] {
  for (const one of taken) left.splice(left.indexOf(one), 1);
  return taken;
}

function* fieldDifferences(
  one: PlannedCase,
  event: { target: string; fields: Fields },
  expected: Violation,
): Iterable<string> {
  const { fields, target } = event;
  // What the text leaves open is null.
  for (const name of ['effectiveDirective', 'violatedDirective', 'statusCode', 'sample'] as const)
    if (expected[name] !== null && fields[name] !== expected[name])
      yield `${name} ${JSON.stringify(fields[name])} instead of ${JSON.stringify(expected[name])}`;
  const blocked = asHttp(String(fields.blockedURI));
  if (blocked !== asHttp(expected.blockedURI))
    yield `blockedURI is ${kindOfUrl(one, blocked, asHttp(expected.blockedURI))}`;
  if (fields.documentURI !== expected.documentURI)
    yield `documentURI is ${kindOfUrl(one, String(fields.documentURI), expected.documentURI)}`;
  if (canonicalPolicy(String(fields.originalPolicy)) !== canonicalPolicy(expected.originalPolicy))
    yield 'originalPolicy is another policy';
  const worker = expected.target === 'worker';
  if (worker ? !/WorkerGlobalScope$/.test(target) : target !== 'document') yield `fired at ${target}`;
  if (fields.bubbles !== true || fields.composed !== true) yield 'it does not bubble, or is not composed';
  if (fields.cancelable !== false) yield 'it is cancelable';
}

/** A wrong URL in words that other cases can share. */
function kindOfUrl(one: PlannedCase, url: string, right: string): string {
  if (url === '') return 'empty';
  const origin = parseUrl(right) === null ? '' : new URL(right).origin;
  if (url === origin || url === `${origin}/`) return 'the origin only';
  if (right.startsWith(`${url}?`)) return 'cut off before the query';
  if (right.startsWith(`${url}:`)) return 'the scheme only';
  const [, ...later] = chain(one.target, { case: one.id, run: '0' }).map(withoutQuery);
  if (later.includes(withoutQuery(url))) return 'the target of a redirect';
  if (later.some((hop) => url === new URL(hop).origin)) return 'the origin of a redirect’s target';
  return `another URL (${url.slice(0, url.indexOf(':') + 1)})`;
}

const expectedInWords = (violations: readonly Violation[]): string => {
  const needed = violations.filter(({ optional }) => !optional);
  return needed.length === 0
    ? 'no event'
    : inWords(needed.map(({ disposition, effectiveDirective }) => `${disposition} ${effectiveDirective}`));
};

/** Events in a line: how many of which disposition and directive. */
export const violationsInWords = (violations: readonly ViolationMessage[]): string =>
  violations.length === 0
    ? 'no event'
    : inWords(violations.map(({ fields }) => `${fields.disposition} ${fields.effectiveDirective}`));

const inWords = (names: readonly string[]): string => [...new Set(names)].sort().join(', ');
