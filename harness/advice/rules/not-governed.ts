import type { Rule } from '../rule.ts';
import { quote } from '../words.ts';

const rule: Rule = {
  id: 'not-governed',
  asks: 'Why does no policy block it?',
  find({ browsers, effective, policies, question }) {
    if (browsers.verdict !== 'allowed' || browsers.directive !== null || policies.length === 0) return null;
    if (question.request?.client === null || effective === null)
      return { says: 'No directive governs this kind of connection: no policy can block it.' };
    if (question.request?.webrtc)
      return {
        says: 'No policy has `webrtc`, the only directive that governs WebRTC: `connect-src` and `default-src` do not.',
      };
    return {
      says: `No policy has ${quote(effective)} or \`default-src\`, so nothing holds this connection back.`,
    };
  },
};
export default rule;
