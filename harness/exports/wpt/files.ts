import { placedMetas } from '../../plan/placed-metas.ts';
import { constants } from './constants.ts';
import { type Files, FOLDER } from './folder.ts';
import { headersFile } from './headers.ts';
import { PROBE } from './probe.ts';
import { sceneOf } from './scenes.ts';
import type { WptTest } from './test-of.ts';
import { escaped, lines, metaElement, quoted } from './text.ts';

/** The files of one test. */
export function filesOf(test: WptTest): Files {
  const path = `${FOLDER}/${test.name}${test.scheme === 'https' ? '.https' : ''}.sub.html`;
  const { run, files = {} } = sceneOf(test);
  return {
    [path]: markup(test, run),
    ...headersFile(path, test.page),
    ...files,
  };
}

/** The metas of the page, or the script that puts them where they are to be. */
function metas({ page, metaPlacement }: WptTest): string[] {
  if (metaPlacement === 'head') return page.meta.map(metaElement);
  return [placedMetas({ metaPlacement, metaName: 'Content-Security-Policy' }, page.meta).head];
}

function markup(test: WptTest, run: string[]): string {
  const { title, help, needs, expects, context } = test;
  const forwarded = context === 'forwarding-service-worker';
  return lines([
    '<!doctype html>',
    '<meta charset="utf-8">',
    ...metas(test),
    `<title>${escaped(title)}</title>`,
    ...(help === null ? [] : [`<link rel="help" href="${help}">`]),
    '<script src="/resources/testharness.js"></script>',
    '<script src="/resources/testharnessreport.js"></script>',
    `<script src="${PROBE}"></script>`,
    '<body>',
    '<script>',
    ...constants(test),
    '',
    'async function result() {',
    ...run.map((line) => `  ${line}`),
    '}',
    '',
    'promise_test(async () => {',
    ...(needs === undefined ? [] : [`  assert_implements_optional(self.${needs}, '${needs}');`]),
    '  const { outcome, violations } = await result();',
    expects === 'success'
      ? "  assert_equals(outcome, 'got through', 'the connection');"
      : "  assert_equals(outcome, 'failed', 'the connection');",
    ...(expects === 'violation' && !forwarded
      ? ["  assert_equals(violations.length, 1, 'violations besides that of the sentinel');"]
      : []),
    `}, ${quoted(title)});`,
    '</script>',
  ]);
}
