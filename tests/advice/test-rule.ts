import { expect, test } from '@playwright/test';
import { changed } from '../../harness/advice/advise.ts';
import { asBrowsersRead } from '../../harness/advice/browsers-reading.ts';
import type { Rule } from '../../harness/advice/rule.ts';
import { situationOf } from '../../harness/advice/situation.ts';
import type { Question } from '../../harness/spec/explain.ts';

/** A question; its page is https://app.example.com/ where it names none. */
type Asked = Partial<Question> & { url: string };

/** What a rule says to some questions, with what it adds where it has a change; and to which it says nothing. */
export interface RuleCases {
  speaks: [question: Asked, says: RegExp, add?: string][];
  isSilent: Asked[];
}

/** Tests a rule; whatever change it gives is asked of the oracle again. */
export function testRule(rule: Rule, { speaks, isSilent }: RuleCases): void {
  const find = (asked: Asked) => {
    const question: Question = { self: 'https://app.example.com/', ...asked };
    return { question, found: [rule.find(situationOf(question)) ?? []].flat() };
  };
  for (const [asked, says, add] of speaks)
    test(`${rule.id}: ${JSON.stringify(asked)}`, () => {
      const { question, found } = find(asked);
      const finding = found.find((one) => says.test(one.says));
      expect(finding, found.map((one) => one.says).join('\n') || 'it says nothing').toBeDefined();
      expect(finding?.change?.add).toBe(add);
      if (finding?.change === undefined) return;
      const { verdict, violations } = asBrowsersRead(changed(question, finding.change));
      if (finding.change.in === 'report-only')
        expect(violations.filter(({ disposition }) => disposition === 'report')).toEqual([]);
      else expect(verdict).toBe('allowed');
    });
  for (const asked of isSilent)
    test(`${rule.id} is silent: ${JSON.stringify(asked)}`, () => expect(find(asked).found).toEqual([]));
}
