import { isWebSocketUrl } from '../near-misses.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../words.ts';

const rule: Rule = {
  id: 'hot-reload',
  asks: 'Why does the hot reloading of my dev server not connect?',
  find(situation) {
    const { target, blocking } = situation;
    if (
      blocking.length === 0 ||
      !isWebSocketUrl(target) ||
      !/^(localhost|127\.0\.0\.1)$/.test(target.host ?? '')
    )
      return null;
    const source = `${target.scheme}://${target.host}:*`;
    return {
      says: `A dev server tells its page of changes by a WebSocket, often on a port of its own that changes from start to start. In the policy for development, and only there, ${quote(source)} covers all of them.`,
      change: situation.adding(source),
    };
  },
};
export default rule;
