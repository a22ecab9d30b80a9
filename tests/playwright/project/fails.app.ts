import { expect, test } from './test.ts';

// Each has to fail; what it says is looked at from outside.

for (const place of ['loads', 'frame', 'popup', 'worker'])
  test.fail(`a violation nobody expects: ${place}`, async ({ page, app, violations }) => {
    await page.goto(`${app.origin}/${place}`);
    await expect.poll(() => violations.seen.length).toBe(1);
  });

test.fail('toConnect is blocked by header', async ({ page, app }) => {
  await page.goto(app.origin);
  await expect(page).toConnect(`${app.api}/items`);
});

test.fail('toConnect is blocked by meta', async ({ page, app }) => {
  await page.goto(`${app.origin}/?policy=meta`);
  await expect(page).toConnect(`${app.api}/items`);
});

test.fail('toConnect is blocked behind a redirect', async ({ page, app }) => {
  await page.goto(`${app.origin}/?policy=open`);
  await expect(page).toConnect(`${app.api}/moved`);
});

test.fail('not.toConnect is connected', async ({ page, app }) => {
  await page.goto(`${app.origin}/?policy=open`);
  await expect(page).not.toConnect(`${app.api}/items`);
});

test.fail('not.toConnect fails without a policy', async ({ page, app }) => {
  await page.goto(`${app.origin}/?policy=none`);
  await expect(page).not.toConnect('http://localhost:9/');
});

test.fail('an expected violation stays out', async ({ page, app, violations }) => {
  violations.expect('https://tracker.example/*');
  await page.goto(`${app.origin}/loads?policy=open`);
  await expect(page).toHaveTitle('done');
});

test.fail('an expected violation is only reported', async ({ page, app, violations }) => {
  violations.expect(/\/items$/);
  await page.goto(`${app.origin}/loads?policy=trial`);
  await expect(page).toHaveTitle('done');
});

for (const negated of [false, true])
  test.fail(`a sandboxed page cannot be told${negated ? ', negated' : ''}`, async ({ page, app }) => {
    await page.goto(`${app.origin}/?policy=sandbox`);
    await (negated ? expect(page).not : expect(page)).toConnect('http://localhost:9/');
  });
