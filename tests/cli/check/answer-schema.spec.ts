import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { answerSchema } from '../../../harness/cli/check/answer-schema.ts';

test('docs/check.schema.json is the schema of the answer (npx connect-src schema check)', () => {
  const file = new URL('../../../docs/check.schema.json', import.meta.url);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(answerSchema());
});
