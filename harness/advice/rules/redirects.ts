import type { Rule } from '../rule.ts';
import { quote } from '../words.ts';

const rule: Rule = {
  id: 'redirects',
  asks: 'The URL is in the list: why is it blocked after a redirect?',
  find({ blocking, question, hop, url }) {
    const { redirects = [] } = question;
    if (blocking.length === 0 || redirects.length === 0) return null;
    const what =
      hop === 0
        ? 'Its redirects are not reached; each of them needs a source as well.'
        : `${quote(question.url)} was allowed; ${quote(url)}, to which redirect ${hop} leads, was not.`;
    return {
      says: `Every hop is checked. ${what} After a redirect the path of a source is ignored, so that only the host counts, and a query, as of a presigned URL, never does. Violations name the first URL, ${quote(question.url)}, so that the target stays secret.`,
    };
  },
};
export default rule;
