import { expect, test } from '@playwright/test';
import { metasOfHtml } from '../../harness/input/html-metas.ts';
import { explain } from '../../harness/spec/explain.ts';

test('metas are found with their parents, as a browser with script would', () => {
  const markup = `<!doctype html><title>A</title>
    <META HTTP-EQUIV="content-security-policy" CONTENT="connect-src &#39;self&#39;">
    <meta http-equiv="Content-Security-Policy-Report-Only" content="connect-src *">
    <noscript><meta http-equiv="Content-Security-Policy" content="a"></noscript>
    <template><meta http-equiv="Content-Security-Policy" content="b"></template>
    <!-- <meta http-equiv="Content-Security-Policy" content="c"> -->
    <script>'<meta http-equiv="Content-Security-Policy" content="d">'</script>
    <meta name="viewport" content="width=device-width">
    <p><meta http-equiv=Content-Security-Policy content="connect-src 'none'">`;
  expect(metasOfHtml(markup)).toEqual([
    { content: "connect-src 'self'", parent: 'head', httpEquiv: 'content-security-policy' },
    { content: 'connect-src *', parent: 'head', httpEquiv: 'Content-Security-Policy-Report-Only' },
    { content: "connect-src 'none'", parent: 'p', httpEquiv: 'Content-Security-Policy' },
  ]);
  const ask = (url: string) =>
    explain({ meta: metasOfHtml(markup), self: 'https://page.test/', url }).verdict;
  expect(ask('https://page.test/a')).toBe('allowed');
  expect(ask('https://api.test/')).toBe('blocked');
});

test('what is no markup has none', () => {
  expect(metasOfHtml('')).toEqual([]);
  expect(metasOfHtml('{"a": 1}')).toEqual([]);
});
