import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Writable } from 'node:stream';
import { expect, test } from '@playwright/test';
import { explainCommand } from '../../../harness/cli/explain/command.ts';
import { temporaryDirectory } from '../../temporary-directory.ts';

/** Runs the command with what standard input holds and some arguments; gives what it leaves behind. */
async function run(stdin: string, ...args: string[]) {
  let [output, errors] = ['', ''];
  const keeping = (keep: (piece: string) => void) =>
    new Writable({
      write(piece, _, done) {
        keep(String(piece));
        done();
      },
    });
  async function* input() {
    yield stdin;
  }
  const before = process.exitCode;
  const streams = {
    input: input(),
    output: keeping((piece) => {
      output += piece;
    }),
    errors: keeping((piece) => {
      errors += piece;
    }),
  };
  await explainCommand(() => ({}), streams).parseAsync(args, { from: 'user' });
  const exitCode = process.exitCode;
  process.exitCode = before;
  return { exitCode, output, errors };
}

const asked = ['--page', 'https://app.example.com/', '--connect', 'https://api.example.com/v1'];
const head = "HTTP/2 200\r\ncontent-security-policy: connect-src 'self'\r\n\r\n";

test('the advice stands below the verdict, with the policy after the change', async () => {
  const { output, exitCode } = await run('', '--policy', "connect-src 'self'", ...asked);
  expect(exitCode).toBe(0);
  expect(output).toMatch(
    /^blocked by connect-src, before anything leaves\n {2}violation: .*\n\nAdvice\n {2}- Header policy 1 blocks/,
  );
  expect(output).toContain(
    "\n      Content-Security-Policy: connect-src 'self' https://api.example.com/v1\n",
  );
});

test('--json has it too', async () => {
  const { output } = await run('', '--json', '--policy', "connect-src 'self'", ...asked);
  const { verdict, advice } = JSON.parse(output);
  expect(verdict).toBe('blocked');
  expect(advice.map(({ id }: { id: string }) => id)).toEqual(['decided-by', 'least-to-add', 'script-sees']);
  expect(advice[1].change).toMatchObject({
    policy: 0,
    directive: 'connect-src',
    add: 'https://api.example.com/v1',
  });
});

test('a response and a page are read, together with policies of the options', async () => {
  const page = path.join(temporaryDirectory(), 'index.html');
  writeFileSync(page, '<meta http-equiv=Content-Security-Policy content="default-src \'none\'">');
  const more = ['--policy', 'connect-src *', '--response', '-', '--html', page];
  const { output } = await run(head, '--json', ...more, ...asked);
  const { violations, advice } = JSON.parse(output);
  expect(violations.map(({ policyIndex }: { policyIndex: number }) => policyIndex)).toEqual([1, 2]);
  expect(advice.find(({ id }: { id: string }) => id === 'least-to-add').change).toMatchObject({
    policies: ['connect-src *', "connect-src 'self' https://api.example.com/v1"],
    also: [{ in: 'meta', policy: 0, directive: 'connect-src', add: 'https://api.example.com/v1' }],
  });
});

test('redirects may say where they start', async () => {
  const chain = [
    '--redirect',
    'https://api.example.com/v1 -> https://b.test/',
    '--redirect',
    'https://c.test/',
  ];
  const { output } = await run('', '--policy', 'connect-src api.example.com b.test', ...chain, ...asked);
  expect(output).toContain('blocked by connect-src, after 2 redirect(s)');
});

test('an arrow needs no blanks, and URLs are compared as URLs', async () => {
  const asks = ['--page', 'https://page.test/', '--connect', 'https://a.test'];
  const policy = ['--policy', 'connect-src https://a.test'];
  for (const redirect of ['https://a.test/->https://b.test/', 'https://a.test -> //b.test/']) {
    const { output } = await run('', ...policy, ...asks, '--redirect', redirect);
    expect(output, redirect).toContain('blocked by connect-src, after 1 redirect(s)');
  }
  const onward = ['--redirect', '/x', '--redirect', 'https://a.test/x -> /y'];
  expect((await run('', ...policy, ...asks, ...onward)).output).toContain('leaves: https://a.test/y');
});

test('a violation is read', async () => {
  const event = {
    documentURI: 'https://app.example.com/',
    blockedURI: 'https://api.example.com/',
    effectiveDirective: 'connect-src',
    originalPolicy: "connect-src 'self'",
    disposition: 'report',
  };
  const { output, exitCode } = await run(JSON.stringify(event), '--violation', '-');
  expect(exitCode).toBe(0);
  expect(output).toContain(
    'connect-src: https://api.example.com/\n  - The policy that was violated is report-only',
  );
  const json = await run(JSON.stringify([event, event]), '--violation', '-', '--json');
  expect(JSON.parse(json.output).violations).toHaveLength(2);
});

test('a HAR is read: each document’s own policy, each connection it made, once', async () => {
  const entry = (url: string, type: string, headers: object[] = []) => ({
    pageref: 'page_1',
    _resourceType: type,
    request: { method: 'GET', url, headers: [] },
    response: { status: 200, headers, redirectURL: '' },
  });
  const policy = { name: 'Content-Security-Policy', value: "connect-src 'self'" };
  const entries = [
    entry('https://app.example.com/', 'document', [policy]),
    entry('https://app.example.com/a', 'fetch'),
    entry('https://api.example.com/', 'xhr'),
    entry('https://api.example.com/', 'xhr'),
  ];
  const { output } = await run(JSON.stringify({ log: { entries } }), '--har', '-');
  expect(output.split('\n').slice(0, 4)).toEqual([
    'https://app.example.com/',
    '  allowed fetch https://app.example.com/a',
    '  blocked XMLHttpRequest https://api.example.com/',
    expect.stringContaining('    - Header policy 1 blocks'),
  ]);
  expect(output.match(/XMLHttpRequest https/g)).toHaveLength(1);
});

test('bad input says what, where, and what to do', async () => {
  const bad: [stdin: string, args: string[], message: RegExp][] = [
    ['', ['--response', '-', ...asked], /^--response -: there is no header in it\n {2}Give/],
    ['', ['--response', '/not/there', ...asked], /^--response \/not\/there: there is no such file\n/],
    ['', ['--html', '/not/there', ...asked], /^--html \/not\/there: there is no such file\n/],
    [head, ['--html', '-', '--response', '-', ...asked], /standard input is read once/],
    ['?', ['--violation', '-'], /^--violation -: not JSON\n {2}Give/],
    ['?', ['--har', '-'], /^--har -: not JSON\n {2}Give/],
    ['', ['--har', '-', '--policy', 'a b'], /^--har: it cannot stand beside --policy\n/],
    ['', ['--violation', '-', '--har', '-'], /^--violation: it cannot stand beside --har\n/],
    [
      '',
      ['--redirect', 'https://b.test/ -> https://c.test/', ...asked],
      /^--redirect: .* starts at https:\/\/b.test\//,
    ],
    [
      '',
      ['--policy', 'a b', '--redirect', 'https://b.test/ ->', ...asked],
      /^--redirect: .* is not 'A -> B'\n/,
    ],
    ['', asked, /^there is no policy\n {2}Give --policy/],
  ];
  for (const [stdin, args, message] of bad) {
    const { exitCode, output, errors } = await run(stdin, ...args);
    expect(errors, args.join(' ')).toMatch(message);
    expect(output).toBe('');
    expect(exitCode).toBe(2);
  }
});
