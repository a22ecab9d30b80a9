import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { UserError } from '../../harness/errors.ts';
import { loadCorpus } from '../../harness/plan/load.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const root = path.resolve(import.meta.dirname, '../..');
const good = { policy: "connect-src 'self'", by: ['fetch'], allows: ['https://page.test/'] };

/** A scenario file with these documents. */
const file = (documents: unknown[], more: object = {}) => ({
  scenarios: [{ id: 'mine', title: 'Mine', documents, ...more }],
});

const mistakes: Array<{ name: string; content: unknown; says: string[] }> = [
  {
    name: 'an unknown key',
    content: file([{ ...good, polcy: 'x' }]),
    says: ['scenario "mine"', 'unknown key "polcy"', 'Did you mean "policy"?'],
  },
  ...(
    [
      [{ allows: [{ url: 'https://page.test/', redirect: ['/x'] }] }, 'allows [1]', 'redirect', 'redirects'],
      [
        { allows: [{ url: 'https://page.test/', redirects: [{ to: '/x', stauts: 301 }] }] },
        'allows [1].redirects [1]',
        'stauts',
        'status',
      ],
      [{ context: 'worker', creator: { polcy: '' } }, 'creator', 'polcy', 'policy'],
    ] as const
  ).map(([part, where, key, near]) => ({
    name: `an unknown key in ${where}`,
    content: file([{ ...good, ...part }]),
    says: [
      `scenario "mine", documents [1].${where}: unknown key "${key}"`,
      `Did you mean "${near}"? Known are: `,
    ],
  })),
  {
    name: 'an unknown key of a claim',
    content: file([good], {
      claim: { page: 'https://x.test/', url: 'https://x.test/', statment: 'x', statement: 'x' },
    }),
    says: ['scenario "mine", claim: unknown key "statment"', 'Did you mean "statement"?'],
  },
  {
    name: 'a status that is none, inside a target',
    content: file([{ ...good, allows: [{ url: 'https://page.test/', status: 'fine' }] }]),
    says: ['scenario "mine", documents [1].allows [1].status: ', 'expected number'],
  },
  {
    name: 'a target that is neither a URL nor an object',
    content: file([{ ...good, allows: [7] }]),
    says: ['scenario "mine", documents [1].allows [1]: expected string or object'],
  },
  {
    name: 'a document without mechanisms',
    content: file([{ policy: '', allows: ['https://page.test/'] }]),
    says: ['scenario "mine", documents [1].by: it is missing'],
  },
  ...[
    {
      by: ['fetch', 'sendBeacon'],
      options: { credentails: 'include' },
      says: ['unknown option "credentails" of fetch, sendBeacon', 'Did you mean "credentials"?'],
    },
    {
      by: ['fetch'],
      options: { mode: 'navigate' },
      says: ['option "mode" of fetch cannot be "navigate"', 'one of "cors", "no-cors", "same-origin"'],
    },
    {
      by: ['EventSource'],
      options: { withCredentials: 'yes' },
      says: ['option "withCredentials" of EventSource cannot be "yes"', 'It is true or false'],
    },
    {
      by: ['Cache.add'],
      options: { method: 'PUT' },
      says: ['unknown option "method" of Cache.add', 'there are no options'],
    },
  ].map(({ by, options, says }) => ({
    name: `the options ${JSON.stringify(options)} of ${by}`,
    content: file([{ ...good, by, allows: [{ url: 'https://page.test/', options }] }]),
    says: ['scenario "mine", document 1, https://page.test/: ', ...says],
  })),
  ...['allows', 'blocks'].map((list) => ({
    name: `a URL that fetch refuses in ${list}`,
    content: file([{ ...good, [list]: ['https://user:secret@page.test/'] }]),
    says: ['document 1: fetch refuses https://user:secret@page.test/, whatever', 'List it in refuses'],
  })),
  {
    name: 'a URL in refuses that its mechanism takes',
    content: file([{ ...good, by: ['XMLHttpRequest'], refuses: ['https://user@page.test/'] }]),
    says: ['document 1: XMLHttpRequest does not refuse https://user@page.test/', 'allows or blocks'],
  },
  {
    name: 'an unknown mechanism',
    content: file([{ ...good, by: ['fecth'] }]),
    says: [
      'scenario "mine", document 1',
      'unknown mechanism "fecth"',
      'Did you mean "fetch"?',
      'Known are: ',
    ],
  },
  {
    name: 'an unknown context',
    content: file([{ ...good, context: 'planet' }]),
    says: ['scenario "mine"', 'unknown context "planet"', 'Known are: '],
  },
  {
    name: 'a duplicate id',
    content: { scenarios: [...file([good]).scenarios, ...file([good]).scenarios] },
    says: ['scenario "mine"', 'the id is taken', 'Give it an id of its own'],
  },
  {
    name: 'a policy under which the global cannot come to be',
    content: file([{ ...good, context: 'blob-worker', policy: "worker-src 'none'" }]),
    says: ['scenario "mine"', 'document 1', "`worker-src 'none'` stops", 'Try the context "document"'],
  },
  {
    name: 'a target that is listed twice',
    content: file([{ ...good, blocks: ['https://page.test/'] }]),
    says: ['scenario "mine"', 'is listed twice'],
  },
  {
    name: 'no connection at all',
    content: file([{ policy: 'x', by: ['fetch'] }]),
    says: ['it neither allows nor blocks anything'],
  },
  {
    name: 'mechanisms that cannot carry the URL',
    content: file([{ ...good, by: ['WebSocket'] }]),
    says: ['no connection is left'],
  },
  {
    name: 'something that is no URL',
    content: file([{ ...good, allows: ['http://:0'] }]),
    says: ['"http://:0" is not a URL'],
  },
  ...['page.test', 'data:,x', 'ftp://page.test/', 'https://'].map((page) => ({
    name: `the page ${page}`,
    content: file([good, { ...good, page }]),
    says: ['scenario "mine", document 2', `"${page}" is not `, 'Write it as https://'],
  })),
  ...[
    { policy: "connect-src 'self'\n" },
    { reportOnly: ['connect-src *', "connect-src\u0000'self'"] },
    { context: 'worker', creator: { policy: 'connect-src *;\r\nimg-src *' } },
    { context: 'worker', creator: { reportOnly: 'connect-src \u007f' } },
  ].map((policies) => ({
    name: `the line break, or other control character, in ${JSON.stringify(policies)}`,
    content: file([good, { ...good, ...policies }]),
    says: ['scenario "mine", document 2', 'holds a control character', 'Write it on one line'],
  })),
  ...[
    { policy: `connect-src 'self'${' '.repeat(64_000)}` },
    { policy: Array(1000).fill(`connect-src 'self' https://${'x'.repeat(60)}.example.com`) },
    { policy: ['a'.repeat(40_000)], reportOnly: ['a'.repeat(40_000)] },
    { policy: `connect-src https://${'\u4f8b'.repeat(22_000)}` },
    { context: 'worker', creator: { policy: `connect-src *${' '.repeat(2_000_000)}` } },
  ].map((policies) => ({
    name: `policies too long for a header, in ${JSON.stringify(policies).slice(0, 60)}`,
    content: file([good, { ...good, ...policies }]),
    says: ['scenario "mine", document 2: its policies take ', 'bytes of one response', '64000', 'by "meta"'],
  })),
  {
    name: 'more redirects than Fetch follows',
    content: file([{ ...good, allows: [{ url: '/', redirects: Array(21).fill('/there') }] }]),
    says: ['scenario "mine": https://page.test/ has 21 redirects, and Fetch follows 20', 'Write at most 20.'],
  },
  ...['case', 'run', 'hop', 'document'].map((name) => ({
    name: `the query parameter ${name}`,
    content: file([{ ...good, allows: [`https://page.test/?a=b&${name}=1`] }]),
    says: ['scenario "mine"', `use the query parameter "${name}" themselves`, 'another name'],
  })),
  {
    name: 'a query parameter of the harness’ in a redirect',
    content: file([{ ...good, allows: [{ url: 'https://page.test/', redirects: ['/there?c%61se=1'] }] }]),
    says: ['use the query parameter "case" themselves (https://page.test/there?c%61se=1)'],
  },
  {
    name: 'a page at the host that goes around the proxy',
    content: file([{ ...good, page: 'https://webtransport.test/' }]),
    says: ['no page can be opened at https://webtransport.test/', 'for WebTransport only'],
  },
  {
    name: 'a fetch to the host that goes around the proxy',
    content: file([{ ...good, allows: ['https://webtransport.test:4433/'] }]),
    says: ['fetch cannot be aimed at https://webtransport.test:4433/', 'for WebTransport only'],
  },
  {
    name: 'a redirect to the host that goes around the proxy',
    content: file([
      { ...good, allows: [{ url: 'https://page.test/', redirects: ['http://WebTransport.test/'] }] },
    ]),
    says: ['fetch cannot be aimed at http://webtransport.test/', 'for WebTransport only'],
  },
  ...['https://api.test:4433/', 'https://webtransport.test/', 'https://webtransport.test:4434/'].map(
    (url) => ({
      name: `a WebTransport to ${url}`,
      content: file([{ ...good, by: ['WebTransport'], allows: [url] }]),
      says: [`WebTransport cannot be aimed at ${url}`, 'Aim it at https://webtransport.test:4433/'],
    }),
  ),
  {
    name: 'a frame that requires two policies',
    content: file([
      { ...good, context: 'required-csp-frame', policy: ["connect-src 'self'", 'connect-src *'] },
    ]),
    says: [
      'a required-csp-frame has 2 policies, and the attribute csp carries one',
      'documents of their own',
    ],
  },
  {
    name: 'a frame that requires a policy with reports',
    content: file([{ ...good, context: 'required-csp-frame', policy: "connect-src 'self'; report-to a" }]),
    says: ['the attribute csp takes no policy with report-uri or report-to', 'name the context "frame"'],
  },
  {
    name: 'a preload by a header in a document without a response',
    content: file([{ ...good, context: 'srcdoc', by: ['Link header preload'] }]),
    says: ['no connection is left'],
  },
  {
    name: 'an id with spaces',
    content: { scenarios: [{ id: 'a b', title: 'x', documents: [good] }] },
    says: ['an id is words'],
  },
  { name: 'something else than JSON', content: '{"scenarios": [', says: ['Correct the syntax'] },
];

function check(content: unknown, ...command: string[]) {
  const scenario = path.join(temporaryDirectory(), 'mine.json');
  writeFileSync(scenario, typeof content === 'string' ? content : JSON.stringify(content));
  const { status, stderr } = spawnSync(process.execPath, ['harness/connect-src.js', ...command, scenario], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, stderr, scenario };
}

for (const { name, content, says } of mistakes)
  test(`${name} is refused, named by file, id, problem and fix`, async () => {
    const scenario = path.join(temporaryDirectory(), 'mine.json');
    writeFileSync(scenario, typeof content === 'string' ? content : JSON.stringify(content));
    const refused = await loadCorpus(scenario).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UserError);
    for (const part of [scenario, ...says]) expect((refused as UserError).message).toContain(part);
  });

test('the command ends with exit code 2, and shows no stack', () => {
  const { status, stderr, scenario } = check(file([{ ...good, by: ['fecth'] }]), 'check');
  expect(status).toBe(2);
  for (const part of [scenario, 'unknown mechanism "fecth"']) expect(stderr).toContain(part);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('every mistake of a file is named at once', () => {
  const [first] = file([{ ...good, by: ['fecth'] }]).scenarios;
  const { stderr } = check({ scenarios: [first, { ...first, id: 'other' }] }, 'check');
  expect(stderr).toContain('scenario "mine"');
  expect(stderr).toContain('scenario "other"');
});

test('a file that is not there', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['harness/connect-src.js', 'check', 'nowhere.json'],
    { cwd: root, encoding: 'utf8' },
  );
  expect(status).toBe(2);
  expect(stderr).toContain('nowhere.json: cannot be read');
});

test('plain `npx playwright test` refuses bad scenarios too, before any browser starts', () => {
  const scenario = path.join(temporaryDirectory(), 'mine.json');
  writeFileSync(scenario, JSON.stringify(file([{ ...good, by: ['fecth'] }])));
  const cli = path.join(root, 'node_modules/@playwright/test/cli.js');
  const { TEST_WORKER_INDEX: _, ...env } = process.env;
  const { status, stderr } = spawnSync(process.execPath, [cli, 'test', '--list'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...env, CONNECT_SRC_SCENARIOS: scenario },
  });
  expect(stderr).toContain('unknown mechanism "fecth"');
  expect(status).toBe(2);
});

test('a good file is accepted', () => {
  const odd = [
    { ...good, meta: "connect-src\n'self'" },
    { ...good, policy: "connect-src\t'self' https://bücher.test", allows: ['https://page.test/?cases=1'] },
    { ...good, policy: '', by: ['WebTransport'], allows: ['https://webtransport.test:4433/x'] },
  ];
  expect(check(file([good, ...odd]), 'corpus')).toMatchObject({ status: 0, stderr: '' });
});
