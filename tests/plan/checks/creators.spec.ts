import { expect, test } from '@playwright/test';
import { checkCreators } from '../../../harness/plan/checks/creators.ts';
import { expand } from '../../../harness/plan/expand.ts';

const check = (context: string, policy: string, own = 'connect-src *') => {
  const document = { context, creator: { policy }, policy: own, by: 'fetch', allows: ['https://api.test/'] };
  const planned = expand({ id: 'mine', title: 'Mine', documents: [document] }, 'mine', 'mine.json');
  return () => checkCreators(planned);
};

for (const [context, keyword, what] of [
  ['called-frame', "'unsafe-eval'", 'eval()'],
  ['javascript-replaced-frame', "'unsafe-inline'", 'javascript: URLs'],
] as const) {
  test(`a creator that may not use ${what} makes no ${context}`, () => {
    for (const policy of ["script-src 'self'", "default-src 'self'", "script-src 'none'"])
      expect(check(context, policy)).toThrow(
        `mine.json: scenario "mine", document 1: the policy "${policy}" stops ${what}, with which a ${context} is made`,
      );
    expect(check(context, `script-src 'self' ${keyword}`)).not.toThrow();
  });

  test(`what a ${context} may do itself is no matter, nor what no script-src speaks of`, () => {
    expect(check(context, "connect-src 'none'", "script-src 'self'")).not.toThrow();
  });
}

test('other contexts take no such script', () => {
  expect(check('nested-frame', "script-src 'self'")).not.toThrow();
});
