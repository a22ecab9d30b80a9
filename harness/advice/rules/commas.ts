import { canMatch, directivesOf } from '../policy-text.ts';
import type { Finding, Rule } from '../rule.ts';
import type { Situation } from '../situation.ts';
import { quote } from '../words.ts';

const rule: Rule = {
  id: 'commas',
  asks: 'I separated the sources by commas: what do they do?',
  find(situation) {
    return [...inHeaders(situation), ...inMetas(situation)];
  },
};
export default rule;

/** What follows a comma of a header is a policy of its own: a source there is taken for a directive. */
function inHeaders(situation: Situation): Finding[] {
  return situation.policies.flatMap((policy) => {
    if (policy.in === 'meta') return [];
    const directives = directivesOf(policy.text);
    const [source] = policy.text.split(/[\s;]/);
    const [first] = directives.keys();
    if (source === undefined || first === undefined || !/[^a-z0-9-]/.test(first)) return [];
    return {
      says: `In a header a comma ends a policy: ${quote(source)} after it is read as a directive of the next policy, and does nothing. Sources are separated by spaces.`,
      change: canMatch(source) ? situation.adding(source) : undefined,
    };
  });
}

/** In a meta a comma is part of the source it touches. */
function inMetas(situation: Situation): Finding[] {
  const tokens = situation.objections
    .filter(({ policy }) => policy.in === 'meta')
    .flatMap(({ sources }) => sources.filter((source) => source.includes(',')));
  return [...new Set(tokens)].map((token) => {
    const parts = token.split(',').filter(canMatch);
    return {
      says: `In a \`<meta>\` a comma separates nothing: ${quote(token)} is no source. (Chromium and WebKit end the policy there, as in a header.) Sources are separated by spaces.`,
      change: parts.map(situation.adding).find((change) => change !== undefined),
    };
  });
}
