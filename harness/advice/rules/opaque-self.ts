import { contextTraits } from '../../spec/explain.ts';
import { hasKeyword, hostSources, selfUrl } from '../near-misses.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../words.ts';

const rule: Rule = {
  id: 'opaque-self',
  asks: "Why does 'self' match nothing in a sandboxed or local document?",
  find(situation) {
    const { question, objections, policies } = situation;
    if (objections.length > 0 && selfUrl(situation) === null) {
      const bare = hostSources(situation).find(({ scheme }) => scheme === null);
      if (bare === undefined && !hasKeyword(situation, "'self'")) return null;
      const which = bare === undefined ? "`'self'`" : `${quote(bare.token)}, which has no scheme of its own,`;
      return {
        says: `The policies come from ${quote(question.self)}, whose origin is opaque. ${which} can match nothing there; a source with scheme and host can.`,
      };
    }
    const sandboxed =
      contextTraits[question.context ?? 'document'].origin === 'opaque' ||
      policies.some(
        ({ text, in: place }) =>
          place === 'policy' && /(^|;)\s*sandbox\b(?![^;]*allow-same-origin)/i.test(text),
      );
    if (!sandboxed || !policies.some(({ text }) => /'self'/i.test(text))) return null;
    return {
      says: "The document's own origin is opaque, yet `'self'` is the origin that its policies came from. Requests carry `Origin: null`, so CORS may fail where the policy allows. WebKit differs: up to 2.50 `'self'` was any https host there. A source that names the host is clear to all.",
    };
  },
};
export default rule;
