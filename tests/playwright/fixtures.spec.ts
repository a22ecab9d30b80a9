import { expect, test } from '@playwright/test';
import { runProject, type Told } from './nested.ts';

// Each runs a whole project of somebody's.
test.setTimeout(400_000);

/** What has to be in the message of each test that fails, whichever browser it is. */
const says: Readonly<Record<string, readonly (string | RegExp)[]>> = {
  'a violation nobody expects: loads': [
    'A policy blocked what the test does not expect to be blocked.',
    /connect-src: http:\/\/localhost:\d+\/items - /,
    "its `default-src` has no source that matches: `'self' 'unsafe-inline'`",
    /The least to add: `'self' http:\/\/localhost:\d+\/items` to the `connect-src` of header policy 1/,
    "Content-Security-Policy: default-src 'self' 'unsafe-inline'; connect-src 'self' http://localhost:",
    'violations.expect(url)',
  ],
  'a violation nobody expects: frame': [/It happened in the page or frame `http:\/\/localhost:\d+\/loads`/],
  'a violation nobody expects: popup': [/It happened in the page or frame `http:\/\/localhost:\d+\/loads`/],
  'a violation nobody expects: worker': [
    /It happened in the worker `http:\/\/localhost:\d+\/worker.js`, whose own header counts/,
  ],
  'toConnect is blocked by header': [
    'Expected: let out by the policies of http://localhost:',
    'Received: blocked by policy; the promise was rejected with TypeError',
    'Header policy 1 blocks',
    'The least to add',
  ],
  'toConnect is blocked by meta': [
    '`<meta>` policy 1 blocks',
    '<meta http-equiv="Content-Security-Policy"> connect-src \'self\' http://localhost:',
  ],
  'toConnect is blocked behind a redirect': ['Most likely the server redirected it'],
  'not.toConnect is connected': [
    'Received: connected: the promise was fulfilled',
    /The source `http:\/\/localhost:\d+` of its connect-src/,
  ],
  'not.toConnect fails without a policy': [
    'Received: not blocked by policy, but failed: the promise was rejected with TypeError',
    'No enforced policy of the page has a connect-src or a default-src.',
  ],
  'an expected violation is only reported': ['No policy blocked what the test expects'],
  'an expected violation stays out': ['No policy blocked what the test expects', 'https://tracker.example/*'],
  'a sandboxed page cannot be told': ['Received: not to be told'],
  'a sandboxed page cannot be told, negated': ['Received: not to be told'],
};

/** What a stock Firefox does not tell of, over WebDriver BiDi (docs/playwright.md). */
const untold: Readonly<Record<string, string>> = { firefox: 'a violation nobody expects: worker' };

for (const browser of ['chromium', 'firefox', 'webkit'])
  test(`in ${browser}, what passes passes, and what fails says why and what to change`, async () => {
    const told = await runProject(browser);
    test.skip(told === null, 'Playwright drives none here');
    const all = told as Map<string, Told>;
    const wrong = [...all]
      .filter(([, { asExpected }]) => !asExpected)
      .map(([title, { errors }]) => [title, errors]);
    expect(wrong).toEqual([]);
    expect(all.size).toBeGreaterThan(20);
    for (const [title, parts] of Object.entries(says)) {
      if (title === untold[browser]) continue;
      const words = all
        .get(title)
        ?.errors.replace(/\s*\n\s+/g, (space) => (space.includes('\n\n') ? space : ' '));
      for (const part of parts)
        expect.soft(words, title).toMatch(typeof part === 'string' ? escaped(part) : part);
    }
    expect(all.get('a violation nobody expects: loads')?.attachments).toContain(
      'connect-src-violations.json',
    );
  });

test('where policies have no effect, every test that asks for a block differs', async () => {
  const only = 'toConnect by|is blocked|violation that is expected';
  const told = await runProject('chromium', { only, env: { APP_WITHOUT_POLICIES: '1' } });
  expect(told?.size).toBe(10);
  expect([...(told ?? [])].filter(([, { asExpected }]) => asExpected)).toEqual([]);
});

const escaped = (text: string): RegExp => new RegExp(text.replace(/[\\^$.|?+*()[\]{}]/g, '\\$&'));
