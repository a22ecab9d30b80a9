import { originSource, schemeOf, sourcesOfHost } from '../near-misses.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../words.ts';

const rule: Rule = {
  id: 'schemes',
  asks: 'The host is in the list: why is http: blocked?',
  find(situation) {
    const { target, blocking } = situation;
    if (blocking.length === 0 || target?.scheme !== 'http') return null;
    const missed = sourcesOfHost(situation).find((source) => schemeOf(source, situation) === 'https');
    if (missed === undefined) return null;
    const whence = missed.scheme === null ? 'takes its scheme from the page and so ' : '';
    return {
      says: `${quote(missed.token)} ${whence}is for \`https:\` only: a source for http covers https too, but never the other way round. Better than a change of the policy is to connect by https.`,
      change: situation.adding(originSource(target)),
    };
  },
};
export default rule;
