import { Writable } from 'node:stream';
import { expect, test } from '@playwright/test';
import { batchCommand } from '../../../harness/cli/explain/batch.ts';
import type { RequestFor } from '../../../harness/cli/explain/request-for.ts';

const requestFor: RequestFor = (by) =>
  ({ WebSocket: { mode: 'websocket' }, img: { destination: 'image' } })[by];

/** Answers a batch that arrives in the given pieces. */
async function batch(...pieces: (string | Uint8Array)[]) {
  let text = '';
  const output = new Writable({
    write(piece, _, done) {
      text += piece;
      done();
    },
  });
  async function* input() {
    yield* pieces;
  }
  const exitCode = await batchCommand(input(), output, requestFor);
  return {
    exitCode,
    answers: text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line)),
  };
}

const ask = (more: object = {}) =>
  JSON.stringify({
    policy: "connect-src 'none'",
    self: 'https://page.test/',
    url: 'https://b.test/',
    ...more,
  });

test('an answer says what was asked for, in the order of the questions', async () => {
  const { exitCode, answers } = await batch(
    `${ask({ id: 1 })}\n${ask({ policy: ['connect-src *'], id: { a: [] } })}\n`,
  );
  expect(exitCode).toBe(0);
  expect(answers).toHaveLength(2);
  expect(answers[0]).toMatchObject({
    id: 1,
    verdict: 'blocked',
    directive: 'connect-src',
    matched: null,
    disputed: [],
  });
  expect(answers[0].violations).toHaveLength(1);
  expect(answers[0].steps[0]).toMatchObject({ anchor: 'CSP#parse-response-csp' });
  expect(answers[1]).toMatchObject({ id: { a: [] }, verdict: 'allowed', matched: '*', violations: [] });
});

test('a Connection-Allowlist is asked, alone or beside a policy', async () => {
  const allowlist = '(response-origin)';
  const { answers } = await batch(
    `${ask({ policy: undefined, allowlist })}\n${ask({ policy: 'connect-src *', allowlist: [allowlist] })}\n` +
      `${ask({ policy: undefined, allowlistReportOnly: `${allowlist};report-to=a` })}\n`,
  );
  expect(answers[0]).toMatchObject({
    verdict: 'blocked',
    blockedBy: 'connection-allowlist',
    directive: null,
  });
  expect(answers[1]).toMatchObject({ verdict: 'blocked', blockedBy: 'connection-allowlist' });
  expect(answers[2]).toMatchObject({ verdict: 'allowed', blockedBy: null });
  expect(answers[2].allowlistReports).toHaveLength(1);
});

test('an id that is not there stays away', async () => {
  const { answers } = await batch(ask());
  expect(answers[0]).not.toHaveProperty('id');
});

test('bad lines are answered in their place with what is wrong, and the others go on', async () => {
  const bad = [
    ['', /not JSON/],
    ['{', /not JSON/],
    ['[]', /expected object/],
    ['null', /expected object/],
    [ask({ id: 7, polic: '' }), /polic/],
    [ask({ policy: undefined }), /no policy/],
    [ask({ policy: 1 }), /policy: expected a string or an array of strings/],
    [ask({ policy: [1] }), /policy: expected a string or an array of strings/],
    [ask({ url: undefined }), /url/],
    [ask({ url: '/chat' }), /url: .* not an absolute URL/],
    [ask({ self: 'page.test' }), /self: .* not an absolute URL/],
    [ask({ redirectCount: -1 }), /redirectCount/],
    [ask({ redirectCount: 0.5 }), /redirectCount/],
    [ask({ by: 'pigeon' }), /no mechanism "pigeon"/],
  ] as const;
  const { exitCode, answers } = await batch(`${bad.map(([line]) => line).join('\n')}\n${ask()}\n`);
  expect(exitCode).toBe(2);
  expect(answers).toHaveLength(bad.length + 1);
  for (const [index, [, message]] of bad.entries()) {
    expect(answers[index].line).toBe(index + 1);
    expect(answers[index].error).toMatch(message);
    expect(answers[index]).not.toHaveProperty('verdict');
  }
  expect(answers[4].id).toBe(7);
  expect(answers[bad.length].verdict).toBe('blocked');
});

test('the verdict is of CSP alone; what else blocks is told beside it', async () => {
  const { answers } = await batch(ask({ policy: 'connect-src *', url: 'http://b.test/' }));
  expect(answers[0]).toMatchObject({ verdict: 'allowed', alsoBlockedBy: ['mixed-content'] });
});

test('every key of a question is understood', async () => {
  const lines = [
    ask({ policy: undefined, meta: "connect-src 'none'" }),
    ask({ policy: undefined, reportOnly: ["connect-src 'none'"] }),
    ask({ policy: "connect-src 'self'", self: 'opaque', url: 'https://page.test/' }),
    ask({ policy: 'connect-src https://b.test/a', redirectCount: 1 }),
    ask({ policy: 'connect-src b.test', redirects: ['https://c.test/'] }),
    ask({ by: 'img' }),
    ask({ policy: 'connect-src https:', url: 'wss://b.test/', by: 'WebSocket' }),
    ask({ policy: 'img-src *' }),
  ];
  const { answers } = await batch(lines.join('\r\n'));
  expect(answers.map(({ verdict }) => verdict)).toEqual([
    'blocked',
    'allowed',
    'blocked',
    'allowed',
    'blocked',
    'allowed',
    'allowed',
    'allowed',
  ]);
  expect(answers[6]).toMatchObject({ disputed: ['websocket-schemes'], otherReading: 'blocked' });
  expect(answers[7].directive).toBeNull();
});

test('lines may arrive in any pieces, and only LF ends one', async () => {
  const line = ask({ id: 'é\u2028' });
  const bytes = new TextEncoder().encode(`${line}\n${line}`);
  const { answers } = await batch(...Array.from(bytes, (byte) => Uint8Array.of(byte)));
  expect(answers.map(({ id }) => id)).toEqual(['é\u2028', 'é\u2028']);
});

test('a long batch about a host outside ASCII has no line refused', async () => {
  const line = ask({ self: 'https://page.bücher.test/', url: 'https://bücher.test/é' });
  const { exitCode, answers } = await batch(`${line}\n`.repeat(20_000));
  expect(exitCode).toBe(0);
  expect(answers.filter(({ verdict }) => verdict === 'blocked')).toHaveLength(20_000);
});

test('no input, no output', async () => {
  expect(await batch()).toEqual({ exitCode: 0, answers: [] });
});
