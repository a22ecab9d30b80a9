import type { Rule } from '../rule.ts';
import { quote } from '../words.ts';

const rule: Rule = {
  id: 'unusable-url',
  asks: 'Why does it fail before any policy is asked?',
  find({ text, question, target }) {
    if (text.by !== 'url') return null;
    return {
      says: target?.includesCredentials
        ? `The call throws: ${quote(question.url)} has a user name or a password, which this API refuses. No policy is asked, and no change of one helps.`
        : `No policy is asked, and no change of one helps: ${text.steps[0]?.operands ?? question.url} cannot be understood.`,
    };
  },
};
export default rule;
