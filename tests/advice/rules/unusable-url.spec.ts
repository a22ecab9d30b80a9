import { expect, test } from '@playwright/test';
import { advise } from '../../../harness/advice/advise.ts';
import rule from '../../../harness/advice/rules/unusable-url.ts';
import { testRule } from '../test-rule.ts';

testRule(rule, {
  speaks: [
    [{ policy: 'connect-src *', url: '/v1' }, /No policy is asked.*\/v1/],
    [
      { policy: 'connect-src *', url: 'https://u:p@b.test/', request: { refusesCredentials: true } },
      /user name or a password, which this API refuses/,
    ],
  ],
  isSilent: [
    { policy: 'connect-src *', url: 'https://api.example.com/v1' },
    { policy: "connect-src 'self'", url: 'https://u:p@b.test/' },
  ],
});

test('what only JSON can hold is answered too: an unknown context, of the global or of its creator', () => {
  const question = { policy: "connect-src 'self'", self: 'https://a.test/', url: 'https://b.test/' };
  for (const wrong of ['{"context":"tab"}', '{"creator":{"self":"https://a.test/","context":"tab"}}'])
    expect(advise({ ...question, ...JSON.parse(wrong) })).toEqual([
      {
        id: 'unusable-url',
        says: 'No policy is asked, and no change of one helps: the context: tab cannot be understood.',
      },
    ]);
});
