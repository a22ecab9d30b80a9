import type { Rule } from '../rule.ts';
import { quote } from '../words.ts';

/** Keywords as people write them without their quotes, or with others. */
const misspelt = /^["`]?(self|none|unsafe-inline|unsafe-eval|strict-dynamic)["`]?$/i;

const rule: Rule = {
  id: 'unquoted-keywords',
  asks: 'The list has self: why is my own host blocked?',
  find(situation) {
    const tokens = new Set(situation.objections.flatMap(({ sources }) => sources));
    return [...tokens].flatMap((token) => {
      const [, keyword] = misspelt.exec(token) ?? [];
      if (keyword === undefined) return [];
      const right = `'${keyword.toLowerCase()}'`;
      const is = token === keyword ? `a host of the name ${quote(keyword)}` : 'no source at all';
      return {
        says: `${quote(token)} is ${is}: a keyword stands in single quotes, ${quote(right)}.`,
        change: keyword.toLowerCase() === 'self' ? situation.adding(right) : undefined,
      };
    });
  },
};
export default rule;
