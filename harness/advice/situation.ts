import { type Explanation, explain, type Question, type Violation } from '../spec/explain.ts';
import { parseUrl, type UrlRecord } from '../spec/url-record.ts';
import type { Change } from './advice.ts';
import { blockedHop, blockedUrl } from './blocked-url.ts';
import { asBrowsersRead } from './browsers-reading.ts';
import { type DeliveredPolicy, deliveredPolicies } from './delivered-policies.ts';
import { effectiveName, leastChange } from './least-change.ts';
import { governing, sourceList } from './policy-text.ts';

/** A policy that has something against the connection. */
export interface Objection {
  policy: DeliveredPolicy;
  /** The directive that was asked: the effective one, or `default-src` in its place. */
  directive: string;
  /** Its source list. */
  sources: readonly string[];
  disposition: Violation['disposition'];
}

/** All that a rule of advice looks at. */
export interface Situation {
  question: Question;
  /** The answer by the text, or by the reading that the question asks for. */
  text: Explanation;
  /** The answer by the reading that browsers share. */
  browsers: Explanation;
  policies: readonly DeliveredPolicy[];
  /** The directive that governs the request by its kind, whether a policy has it or not; null where none does. */
  effective: string | null;
  /** Policies that object, enforced and report-only ones, in the order of their violations. */
  objections: readonly Objection[];
  /** Those of them that block. */
  blocking: readonly Objection[];
  /** The URL that is refused, or that of the question; a WebSocket's keeps ws: or wss:. */
  url: string;
  /** The same in its parts; null where it is no URL. */
  target: UrlRecord | null;
  /** How many redirects of the question lie before it. */
  hop: number;
  /** The change that adds just this source to what blocks, where the connection is then allowed. */
  adding(source: string): Change | undefined;
  /** The smallest change, where any change of the policies lets the connection through. */
  least(): Change | undefined;
}

/** Asks the oracle both ways, and finds the policies that object. */
export function situationOf(question: Question): Situation {
  const text = explain(question);
  const browsers = asBrowsersRead(question);
  const effective = effectiveName(question);
  // Where no policy is asked, none has to be told apart.
  const policies = text.by === 'url' ? [] : deliveredPolicies(question);
  const objections = browsers.violations.flatMap(({ policyIndex, disposition }): Objection[] => {
    const policy = policies[policyIndex];
    const directive = policy && effective !== null ? governing(policy.text, effective) : null;
    if (policy === undefined || directive === null) return [];
    return [{ policy, directive, sources: sourceList(policy.text, directive), disposition }];
  });
  const url = browsers.by === 'csp' ? blockedUrl(question, browsers) : question.url;
  return {
    question,
    text,
    browsers,
    policies,
    effective,
    objections,
    blocking: objections.filter(({ disposition }) => disposition === 'enforce'),
    url,
    target: parseUrl(url),
    hop: blockedHop(question, browsers),
    adding: (source) => leastChange(question, [source]),
    least: () => leastChange(question),
  };
}
