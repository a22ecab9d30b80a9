import { expect, test } from '@playwright/test';
import { adviseOnViolation, type ReportedViolation } from '../../harness/advice/violation.ts';

const reported: ReportedViolation = {
  by: 'event',
  documentURI: 'https://app.example.com/',
  blockedURI: 'https://api.example.com/v1',
  effectiveDirective: 'connect-src',
  originalPolicy: "connect-src 'self'",
  disposition: 'enforce',
  sourceFile: 'https://app.example.com/app.js',
  lineNumber: 4,
  columnNumber: 2,
};

const ask = (more: Partial<ReportedViolation> = {}) => {
  const { question, advice } = adviseOnViolation({ ...reported, ...more });
  return { question, advice, says: advice.map(({ id, says }) => `${id}: ${says}`).join('\n') };
};

test('an enforced policy blocked it: where, which script, and what to add', () => {
  const { says, advice } = ask();
  expect(says).toContain(
    "violation-policy: The policy that was violated is enforced, so the connection was blocked: `connect-src 'self'`.",
  );
  expect(says).toContain('in the page or frame `https://app.example.com/`: which of them is not told');
  expect(says).toContain('The script is `https://app.example.com/app.js`, line 4.');
  expect(advice.find(({ id }) => id === 'least-to-add')?.change?.policies).toEqual([
    "connect-src 'self' https://api.example.com/v1",
  ]);
});

test('a report-only policy let it go out', () => {
  const { says, advice } = ask({ disposition: 'report' });
  expect(says).toContain('is report-only, so the connection went out all the same');
  expect(advice.find(({ id }) => id === 'report-only')?.change?.add).toBe('https://api.example.com/v1');
});

test('what a browser does not tell is not guessed', () => {
  const { says } = ask({ disposition: null, sourceFile: null });
  expect(says).toContain('does not tell which');
  expect(says).toContain('Which script it was is not told.');
});

test('where it is known what connected, no URL has a say in it', () => {
  const page = 'https://app.example.com/';
  const inline = { documentURI: page, sourceFile: page };
  expect(ask(inline).says).toContain('in the worker');
  expect(ask({ ...inline, global: 'document' }).says).toContain('in the page or frame');
  expect(ask({ documentURI: page, global: 'worker' }).says).toContain('in the worker');
});

test('a worker is known by its script', () => {
  const worker = 'https://app.example.com/worker.js';
  for (const more of [
    { documentURI: worker },
    { documentURI: `${worker}?v=1`, sourceFile: `${worker}?v=1` },
  ]) {
    const { says, question } = ask(more);
    expect(says).toContain('in the worker `https://app.example.com/worker.js');
    expect(says).toContain('The header to change is that of the script.');
    expect(question?.context).toBe('worker');
  }
});

test('local documents and URLs are told by their scheme alone', () => {
  expect(ask({ documentURI: 'about' }).says).toContain('a frame without a URL of its own');
  expect(ask({ documentURI: 'blob' }).says).toContain('a frame or worker from a blob: URL');
  expect(ask({ blockedURI: 'data' }).advice.find(({ id }) => id === 'local-schemes')?.change?.add).toBe(
    'data:',
  );
  expect(ask({ blockedURI: 'blob' }).advice.find(({ id }) => id === 'local-schemes')?.change?.add).toBe(
    'blob:',
  );
});

test('an extension is not the page', () => {
  for (const sourceFile of [
    'chrome-extension://abc/content.js',
    'moz-extension',
    'webkit-masked-url://hidden/',
  ]) {
    const { says, question } = ask({ sourceFile });
    expect(says).toContain('violation-of-an-extension');
    expect(says).not.toContain('least-to-add');
    expect(question).toBeNull();
  }
});

test('another directive is another matter', () => {
  expect(ask({ effectiveDirective: 'script-src-elem', blockedURI: 'inline' }).says).toContain(
    'about `script-src-elem`',
  );
});

test('what the policy allows was redirected, most likely', () => {
  const { says } = ask({ blockedURI: 'https://app.example.com/download' });
  expect(says).toContain(
    'violation-of-what-is-allowed: This policy allows `https://app.example.com/download`',
  );
  expect(says).not.toContain('least-to-add');
});
