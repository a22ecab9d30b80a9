import { expect, test } from '@playwright/test';
import { addressOf, reference } from '../../harness/report/anchors.ts';
import { escapeText, html, trusted } from '../../harness/report/html.ts';
import { fragment } from '../../harness/report/links.ts';
import { scriptFor } from '../../harness/report/reproduction.ts';
import { scenarioFile } from '../../harness/report/scenario-link.ts';
import { plainly, prose } from '../../harness/report/text.ts';
import { shellQuote } from '../../harness/results/rerun-command.ts';

test('a template escapes every value that is not markup already', () => {
  expect(html`<a title="${'"\'><&'}">${['<b>', null, false, 3]}</a>`.markup).toBe(
    '<a title="&quot;&#39;&gt;&lt;&amp;">&lt;b&gt;3</a>',
  );
  expect(html`${html`<b>${'<'}</b>`}${trusted('<i>')}`.markup).toBe('<b>&lt;</b><i>');
});

test('what stands in backticks is shown as code, escaped, and an odd backtick is one', () => {
  expect(prose('`<b>` and `a`: c').markup).toBe('<code>&lt;b&gt;</code> and <code>a</code>: c');
  expect(prose('a ` b').markup).toBe('a ` b');
  expect(plainly('`a` b')).toBe('a b');
});

test('characters that hide or turn text are shown as escapes', () => {
  expect(escapeText('a\u202eb\u0000c\u200bd\te\nf')).toBe('a\\u{202e}b\\u{0}c\\u{200b}d\te\nf');
});

test('only known references become links', () => {
  expect(addressOf('CSP#match-ports')).toBe('https://w3c.github.io/webappsec-csp/#match-ports');
  expect(addressOf('csp#332')).toBe('https://github.com/w3c/webappsec-csp/issues/332');
  expect(addressOf('https://example.com/a#b')).toBe('https://example.com/a#b');
  for (const other of ['javascript:alert(1)', 'constructor#x', 'toString#1', 'csp#x', 'CSP', '']) {
    expect(addressOf(other), other).toBeNull();
  }
});

test('a reference to a draft says of which day it is', () => {
  const { markup } = reference('CA#parsing');
  expect(markup).toContain('href="https://wicg.github.io/connection-allowlists/#parsing"');
  expect(markup).toContain('(draft of 2026-05-04)');
  expect(reference('CSP#match-ports').markup).not.toContain('draft');
});

test('an id of any kind names a file inside the report, and a fragment that can be followed', () => {
  expect(scenarioFile('path-is-exact')).toBe('scenario/path-is-exact.html');
  expect(scenarioFile('../../a/b')).toBe('scenario/~2e~2e~2f~2e~2e~2fa~2fb.html');
  expect(fragment('a/1/a[ping]/https://x.test/?q=\ud800')).toBe(
    '#a/1/a%5Bping%5D/https://x.test/%3Fq%3D%EF%BF%BD',
  );
});

test('scenarios with long ids have a page each, and its name fits a file system', () => {
  const long = 'a'.repeat(300);
  const files = [long, `${long}b`, `${long}c`, '\u4f8b'.repeat(99), '\u4f8b'.repeat(98)].map(scenarioFile);
  expect(new Set(files).size).toBe(files.length);
  for (const file of files) expect(file.length - 'scenario/'.length).toBeLessThan(255);
  expect(scenarioFile('a'.repeat(200))).toBe(`scenario/${'a'.repeat(200)}.html`);
});

test('commands and scripts keep quotes where a shell and JavaScript want them', () => {
  expect(shellQuote('a/1/fetch/https://x.test/')).toBe('a/1/fetch/https://x.test/');
  expect(shellQuote("a[ping] it's $(x)")).toBe(`'a[ping] it'\\''s $(x)'`);
  expect(scriptFor('fetch', 'https://x.test/"$&')).toBe(
    'fetch("https://x.test/\\"$&").then(console.log, console.error);',
  );
  expect(scriptFor('no such mechanism', 'x')).toBe('// no such mechanism to "x"');
});
