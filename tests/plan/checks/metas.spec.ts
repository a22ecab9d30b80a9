import { expect, test } from '@playwright/test';
import { checkMetas } from '../../../harness/plan/checks/metas.ts';
import { expand } from '../../../harness/plan/expand.ts';
import type { DocumentSource } from '../../../harness/plan/scenario.ts';

/** Checks a document with a meta that script puts in, or changes. */
const check = (document: Partial<DocumentSource>) => () =>
  checkMetas(
    expand(
      {
        id: 'mine',
        title: 'Mine',
        documents: [
          {
            meta: 'connect-src',
            metaPlacement: 'script',
            by: 'fetch',
            blocks: ['https://api.test/'],
            ...document,
          },
        ],
      },
      'mine',
      'mine.json',
    ),
  );

const strict = "script-src 'self'";

test('a meta that script has to put in is refused under a policy that stops inline script', () => {
  expect(check({ policy: strict })).toThrow(
    `mine.json: scenario "mine", document 1: the policy "${strict}" stops the inline script`,
  );
  for (const policy of [
    "default-src 'self'",
    "script-src 'unsafe-inline' 'nonce-x'",
    ['connect-src *', strict],
  ])
    expect(check({ policy })).toThrow('metaPlacement "script"');
  for (const metaPlacement of ['late', 'nested', 'moved', 'named'] as const)
    expect(check({ policy: strict, metaPlacement })).toThrow(`metaPlacement "${metaPlacement}"`);
  // The document inherits it.
  expect(check({ context: 'srcdoc', creator: { policy: strict } })).toThrow('stops the inline script');
});

test('one that stands in the way itself is refused where it is changed, and not where it is put in', () => {
  const meta = "connect-src 'none'; script-src 'self'";
  expect(check({ meta, metaPlacement: 'removed' })).toThrow('metaPlacement "removed"');
  expect(check({ meta })).not.toThrow();
});

test('whatever does not stop it is taken', () => {
  for (const document of [
    {},
    { policy: "connect-src 'self'" },
    { policy: "script-src 'self' 'unsafe-inline'" },
    { policy: strict, metaPlacement: 'head' as const },
    { reportOnly: strict },
    { context: 'nested-frame', creator: { policy: strict } },
  ])
    expect(check(document)).not.toThrow();
});
