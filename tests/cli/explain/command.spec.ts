import { Writable } from 'node:stream';
import { expect, test } from '@playwright/test';
import { explainCommand } from '../../../harness/cli/explain/command.ts';

/** A stream that keeps what is written to it. */
class Kept extends Writable {
  text = '';
  override _write(piece: unknown, _: BufferEncoding, done: () => void): void {
    this.text += String(piece);
    done();
  }
}

/** Runs the command with some arguments, and gives what it leaves behind. */
async function run(...args: string[]) {
  const output = new Kept();
  const errors = new Kept();
  async function* input() {
    yield '{"policy": "connect-src *", "self": "opaque", "url": "https://b.test/"}\n?\n';
  }
  const before = process.exitCode;
  const requestFor = (by: string) => (by === 'WebSocket' ? { mode: 'websocket' } : undefined);
  await explainCommand(requestFor, { input: input(), output, errors }).parseAsync(args, { from: 'user' });
  const exitCode = process.exitCode;
  process.exitCode = before;
  return { exitCode, output: output.text, errors: errors.text };
}

const chat = ['--page', 'https://page.test/', '--connect', 'wss://page.test/chat', '--by', 'WebSocket'];

test('the verdict comes first, then what follows from it, then the steps', async () => {
  const { exitCode, output } = await run('--policy', "connect-src 'self'", ...chat);
  expect(exitCode).toBe(0);
  const lines = output.split('\n');
  expect(lines.slice(0, 4)).toEqual([
    "allowed by connect-src: 'self' matches",
    '  leaves: https://page.test/chat',
    '',
    'Steps',
  ]);
  expect(lines[4]).toMatch(/^ {2}CSP#parse-response-csp +policy from a header, enforce/);
});

test('policies of every kind count, and redirects are followed', async () => {
  const { exitCode, output } = await run(
    ...['--policy', 'connect-src b.test c.test', '--policy', 'connect-src http: https:'],
    ...['--report-only', "connect-src 'none'", '--meta', 'connect-src b.test'],
    ...['--page', 'https://page.test/', '--connect', 'https://b.test/'],
    ...['--redirect', 'https://b.test/2', '--redirect', 'https://c.test/'],
  );
  expect(exitCode).toBe(0);
  expect(output.split('\n').slice(0, 5)).toEqual([
    'blocked by connect-src, after 2 redirect(s)',
    '  leaves: https://b.test/',
    '  leaves: https://b.test/2',
    '  violation: connect-src (report) blocked https://b.test/, at the document, once or more',
    '  violation: connect-src (enforce) blocked https://b.test/, at the document',
  ]);
});

test('what is mixed content does not leave, and leads nowhere', async () => {
  const { output } = await run(
    ...['--policy', 'connect-src http://b.test', '--page', 'https://page.test/'],
    ...['--connect', 'http://b.test/x', '--redirect', 'https://c.test/'],
  );
  expect(output.split('\n').slice(0, 3)).toEqual([
    'allowed by connect-src: http://b.test matches',
    '  fails all the same: mixed-content',
    '',
  ]);
});

test('what Fetch cannot answer is said to fail all the same', async () => {
  const { output } = await run(
    ...['--policy', 'connect-src ftp:', '--page', 'http://page.test/', '--connect', 'ftp://b.test/'],
  );
  expect(output).toContain('allowed by connect-src: ftp: matches');
  expect(output).toContain('fails all the same: not-fetchable');
});

test('what is disputed is said, and what fails all the same', async () => {
  const { output } = await run(
    '--policy',
    'connect-src http:',
    '--page',
    'https://page.test/',
    '--connect',
    'ws://b.test/',
  );
  expect(output).toContain('fails all the same: mixed-content');
  expect(output).toContain('disputed: websocket-schemes; as browsers read it, blocked');
});

test('--json gives one object', async () => {
  const { output } = await run('--policy', "connect-src 'none'", '--context', 'worker', '--json', ...chat);
  expect(JSON.parse(output)).toMatchObject({
    verdict: 'blocked',
    by: 'csp',
    blockedAtHop: 0,
    violations: [{ target: 'worker' }],
  });
});

test('--batch answers standard input', async () => {
  const { exitCode, output } = await run('--batch');
  expect(exitCode).toBe(2);
  expect(output.split('\n').map((line) => line.slice(0, 12))).toEqual(['{"verdict":"', '{"line":2,"e', '']);
});

test('input that cannot be understood is named, with the way to correct it', async () => {
  const wrong = [
    [['--connect', 'https://b.test/'], /--page: missing/],
    [['--page', 'https://page.test/'], /--connect: missing/],
    [['--page', 'page.test', '--connect', 'https://b.test/'], /--page: "page.test" is not an absolute URL/],
    [['--page', 'https://page.test/', '--connect', '/chat'], /--connect: "\/chat" is not an absolute URL/],
    [
      ['--page', 'https://page.test/', '--connect', 'https://b.test/', '--by', 'pigeon'],
      /no mechanism "pigeon"/,
    ],
  ] as const;
  for (const [args, message] of wrong) {
    const { exitCode, output, errors } = await run(...args);
    expect(exitCode).toBe(2);
    expect(output).toBe('');
    expect(errors).toMatch(message);
    expect(errors.split('\n')).toHaveLength(2);
  }
});

test('a policy cannot write to the terminal', async () => {
  const { output } = await run('--policy', 'connect-src \u001b[31m', ...chat);
  expect(output).not.toContain('\u001b');
});
