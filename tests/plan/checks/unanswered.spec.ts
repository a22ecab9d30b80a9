import { expect, test } from '@playwright/test';
import { checkUnanswered } from '../../../harness/plan/checks/unanswered.ts';
import { expand } from '../../../harness/plan/expand.ts';
import type { DocumentSource } from '../../../harness/plan/scenario.ts';

const check = (document: DocumentSource) => () =>
  checkUnanswered(expand({ id: 'mine', title: 'Mine', documents: [document] }, 'mine', 'mine.json'));

const form = { by: 'form', allows: ['https://api.test/'] };

test('a form is refused under form-action, wherever that stands', () => {
  const refused = 'mine.json: scenario "mine": the specification’s answer on form is not computed under';
  expect(check({ ...form, policy: "connect-src *; Form-Action 'self'" })).toThrow(refused);
  expect(check({ ...form, policy: "connect-src *, form-action 'self'" })).toThrow(refused);
  expect(check({ ...form, reportOnly: 'form-action *' })).toThrow(refused);
  expect(check({ ...form, meta: 'form-action *' })).toThrow(refused);
  expect(check({ ...form, context: 'srcdoc', creator: { policy: 'form-action *' } })).toThrow(refused);
  expect(check({ ...form, policy: 'connect-src *; frame-src *' })).not.toThrow();
  expect(check({ ...form, by: 'iframe', policy: 'form-action *' })).not.toThrow();
});

test('a preload that is redirected is refused', () => {
  const url = 'https://api.test/';
  const redirected = { url, redirects: ['https://third.test/'] };
  expect(check({ by: 'fetch of a preload', allows: [redirected] })).toThrow(
    'where https://api.test/ is redirected',
  );
  expect(check({ by: 'fetch of a preload', allows: [url] })).not.toThrow();
  expect(check({ by: 'fetch', allows: [redirected] })).not.toThrow();
});
