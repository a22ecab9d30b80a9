import type { Rule } from '../rule.ts';

/** By the request’s mode; `''` for all others. */
const sights: Readonly<Record<string, string>> = {
  websocket:
    'The constructor gives a socket all the same; `error` is fired and then `close` with code 1006 and no reason.',
  webtransport: 'The promises `ready` and `closed` are rejected with a WebTransportError.',
  '': '`fetch()` rejects with a TypeError, XMLHttpRequest fires `error` with status 0, EventSource fires `error`, and `sendBeacon()` gives true.',
};

const rule: Rule = {
  id: 'script-sees',
  asks: 'What does script see of it?',
  find({ browsers, target, question }) {
    if (browsers.by !== 'csp') return null;
    const mode = question.request?.mode ?? (target?.scheme.startsWith('ws') ? 'websocket' : '');
    return {
      says: `${sights[mode] ?? sights['']} It looks like a failure of the network; only the event \`securitypolicyviolation\`, at the document or the worker's global scope, and reports say that it was the policy.`,
    };
  },
};
export default rule;
