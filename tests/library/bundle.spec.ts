import { createContext, runInContext } from 'node:vm';
import { expect, test } from '@playwright/test';
import { build } from 'esbuild';
import * as library from '../../harness/library/index.ts';

/** Bundles the library for a browser, as a user's own build does. */
async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents,
      resolveDir: new URL('../../harness/library/', import.meta.url).pathname,
      loader: 'ts',
    },
    bundle: true,
    platform: 'browser',
    format: 'iife',
    globalName: 'library',
    minify: true,
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

test('it exports the oracle and the advice', () => {
  expect(Object.keys(library)).toEqual(
    expect.arrayContaining(['explain', 'advise', 'changed', 'adviseOnViolation', 'parseSerializedPolicy']),
  );
});

test('a browser’s bundle of it needs nothing but URL, and stays small', async () => {
  const code = await bundle(`export { advise, explain } from './index.ts';`);
  expect(code.length).toBeLessThan(100_000);
  // A global with the language alone, as no Node or page has: what else it used would throw.
  const context = createContext({ URL });
  const answer = runInContext(
    `${code};
    const question = { policy: "connect-src 'self'", self: 'https://page.test/', url: 'https://third.test/' };
    JSON.stringify([library.explain(question).verdict, library.advise(question).map(({ id }) => id)]);`,
    context,
  );
  expect(JSON.parse(answer)).toEqual(['blocked', ['decided-by', 'least-to-add', 'script-sees']]);
});

test('what is not used of it is not bundled: importing it does nothing', async () => {
  expect(await bundle(`import { advise } from './index.ts';`)).not.toContain('connect-src');
});
