import { expect, test } from '@playwright/test';
import { readResponseHeaders } from '../../harness/input/response-headers.ts';

const read = (text: string) => readResponseHeaders(text, '--response headers.txt');

test('the lines of curl -sI', () => {
  const text = [
    'HTTP/2 200 ',
    'content-type: text/html',
    "content-security-policy: default-src 'self'; report-uri /csp",
    'Content-Security-Policy:connect-src *',
    "content-security-policy-report-only: connect-src 'none'",
    '',
    '',
  ].join('\r\n');
  expect(read(text)).toEqual({
    status: 200,
    policy: ["default-src 'self'; report-uri /csp", 'connect-src *'],
    reportOnly: ["connect-src 'none'"],
  });
});

test('allowlists, where there are any', () => {
  const text =
    'HTTP/2 200\nconnection-allowlist: (a)\nConnection-Allowlist: (b)\nconnection-allowlist-report-only: ()\n';
  expect(read(text)).toEqual({
    status: 200,
    policy: [],
    reportOnly: [],
    allowlist: ['(a)', '(b)'],
    allowlistReportOnly: ['()'],
  });
});

test('of several responses the last counts', () => {
  const text =
    "HTTP/1.1 301 Moved\nlocation: /b\ncontent-security-policy: default-src 'none'\n\nHTTP/1.1 404 Not Found\nvary: *\n\n";
  expect(read(text)).toEqual({ status: 404, policy: [], reportOnly: [] });
});

test('a body is not read, whatever it holds', () => {
  const text =
    'HTTP/1.1 200 OK\ncontent-security-policy: a b\n\n<p>\nHTTP/1.1 500 No\ncontent-security-policy: c d\n';
  expect(read(text)).toEqual({ status: 200, policy: ['a b'], reportOnly: [] });
});

test('headers without a status line, and lines that continue', () => {
  const text = "\ufeffContent-Security-Policy: connect-src\r\n  'self'\r\n\thttps://api.test\r\n";
  expect(read(text)).toEqual({
    status: null,
    policy: ["connect-src 'self' https://api.test"],
    reportOnly: [],
  });
});

test('a text that holds no header is an error', () => {
  for (const text of ['', '\n', '<!doctype html>', 'HTTP/1.1 200 OK'])
    expect(() => read(text)).toThrow(/^--response headers\.txt: there is no header in it\n {2}Give /);
});
