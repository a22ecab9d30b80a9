import type {
  Fixtures,
  PlaywrightTestArgs,
  PlaywrightTestOptions,
  PlaywrightWorkerArgs,
  PlaywrightWorkerOptions,
} from '@playwright/test';
import { toConnect } from './to-connect.ts';
import { type AllowViolations, explained, Violations, violationText } from './violations.ts';

export type { ReportedViolation } from '../advice/reported-violation.ts';
export type { By } from './in-page.ts';
export type { ConnectOptions } from './to-connect.ts';
export type { UrlPattern } from './url-pattern.ts';
export type { AllowViolations, Violations } from './violations.ts';

/** What a test is given, and what `test.use()` takes. */
export interface ConnectSrcFixtures {
  /**
   * The violations that may happen: none by default, all with `true`, else those of certain URLs (`*` is anything, spaces
   * stand between several).
   */
  allowViolations: AllowViolations;
  /** The violations of the test's pages, as they happen. */
  violations: Violations;
}

/**
 * Fixtures for `test.extend()`: they watch the context of each test, and fail it where a policy blocks a connection that
 * the test does not expect. Nothing of Playwright is loaded from here, so that they fit the copy that a project has.
 */
export const fixtures: Fixtures<
  ConnectSrcFixtures,
  object,
  PlaywrightTestArgs & PlaywrightTestOptions,
  PlaywrightWorkerArgs & PlaywrightWorkerOptions
> = {
  allowViolations: [false, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the parameter what a fixture needs.
  violations: async ({}, use) => use(new Violations()),
  // In place of the context's own, and not beside it: it is watched where it is used, and the pages are still open at the end.
  context: async ({ context, violations, allowViolations }, use, testInfo) => {
    await violations.watch(context);
    await use(context);
    await violations.settle();
    const unexpected = violations.unexpected(allowViolations);
    if (unexpected.length > 0) {
      const body = JSON.stringify(explained(unexpected), null, 2);
      await testInfo.attach('connect-src-violations.json', { body, contentType: 'application/json' });
      throw failure([
        'A policy blocked what the test does not expect to be blocked.',
        violationText(unexpected),
        'Change the policy. Where it is meant so, say it: violations.expect(url) in the test, or test.use({ allowViolations: url }).',
      ]);
    }
    // A test that has failed before may have been on its way there.
    if (testInfo.status !== 'passed') return;
    const missing = violations.missing();
    if (missing.length > 0)
      throw failure([
        'No policy blocked what the test expects to be blocked:',
        missing.map((pattern) => `  ${pattern}`).join('\n'),
        'Nothing in the page connected there before the test ended, or a policy lets it out: expect(page).not.toConnect(url) tells.',
      ]);
  },
};

/** Matchers for `expect.extend()`. */
export const matchers = { toConnect };

/** An error that is the page's: a stack would lead into the fixture. */
function failure(parts: string[]): Error {
  const error = new Error(parts.join('\n\n'));
  error.stack = `${error.name}: ${error.message}`;
  return error;
}
