import { expect, test } from '@playwright/test';
import { observe } from '../../harness/judge/observe.ts';
import { expand } from '../../harness/plan/expand.ts';
import type { Evidence } from '../../harness/rig/evidence.ts';
import { arrived, evidenceOf, plannedCase, step, violationOf, workingControl } from './fixture.ts';

const direct = plannedCase('connect-src https://api.test', 'https://third.test/');
const redirected = plannedCase('connect-src https://api.test', {
  url: 'https://api.test/',
  redirects: ['https://third.test/'],
});
const behind = (by: string, url: string) =>
  expand(
    {
      id: 'unit',
      title: 'Unit',
      documents: [{ context: 'forwarded-frame', policy: "connect-src 'self'", by, blocks: [url] }],
    },
    'unit',
    'unit.ts',
  ).cases[0] as typeof direct;
const beacon = behind('sendBeacon', 'https://third.test/');
const fetched = behind('fetch', 'https://third.test/');
const socket = behind('WebSocket', 'wss://third.test/');
const local = plannedCase('connect-src https://api.test', 'data:text/plain,ok');
const rejected = step('reject', 'TypeError', 'rejects TypeError');
const resolved = step('resolve', 'cors', 'resolves cors');
const controlFailed = { ...workingControl, worked: false, arrived: false };
const absent = { ...controlFailed, missing: 'fetch is not defined' };

const table: Array<[name: string, one: typeof direct, seen: Partial<Evidence>, verdict: string]> = [
  ['it arrived', direct, { network: [arrived()] }, 'allowed'],
  [
    'it arrived, and CORS kept the response from script',
    direct,
    { network: [arrived()], steps: [rejected] },
    'allowed',
  ],
  [
    'it arrived, and an event of its document names nobody',
    redirected,
    { network: [arrived()], nameless: 'https://third.test' },
    'inconclusive',
  ],
  ['only its preflight arrived: it left', direct, { network: [arrived(0, 'preflight')] }, 'allowed'],
  ['a violation event, and nothing arrived', direct, { violations: [violationOf(direct)] }, 'blocked'],
  [
    'a violation event, and it arrived all the same',
    direct,
    { violations: [violationOf(direct)], network: [arrived()] },
    'leaked',
  ],
  [
    'a report-only event says nothing of a block',
    direct,
    { violations: [violationOf(direct, { disposition: 'report' })], network: [arrived()] },
    'allowed',
  ],
  ['it failed, and nothing arrived, next to a working control', direct, { steps: [rejected] }, 'blocked'],
  ['it failed, and so did its control', direct, { steps: [rejected], open: controlFailed }, 'inconclusive'],
  [
    'the browser gave up waiting, next to a working control',
    direct,
    { steps: [step('throw', 'TimeoutError', 'throws DOMException TimeoutError')] },
    'inconclusive',
  ],
  ['silence, while the control arrived', direct, {}, 'blocked'],
  ['silence, while script still waits for an answer', direct, { settled: false }, 'inconclusive'],
  ['silence where script is the only witness', local, {}, 'inconclusive'],
  ['silence behind a service worker', beacon, { network: [arrived()], handled: true }, 'inconclusive'],
  [
    'script was given what its service worker was given',
    fetched,
    { steps: [resolved], handled: true },
    'allowed',
  ],
  ['script was given a response around its service worker', fetched, { steps: [resolved] }, 'inconclusive'],
  [
    'it went around a service worker that works, and so did its control: the browser asks none for it',
    fetched,
    { steps: [resolved], open: { ...workingControl, unhandled: true, handlesOthers: true } },
    'allowed',
  ],
  [
    'it went around a service worker that nothing shows to work',
    fetched,
    { steps: [resolved], open: { ...workingControl, worked: false, unhandled: true } },
    'inconclusive',
  ],
  [
    'it went around a service worker that its control was given to',
    fetched,
    { steps: [resolved], open: { ...workingControl, handlesOthers: true } },
    'inconclusive',
  ],
  [
    'the network answered a redirect around the service worker, and the policy stopped what it led to',
    fetched,
    { steps: [rejected], violations: [violationOf(fetched)], network: [arrived(0, 'redirect')] },
    'inconclusive',
  ],
  [
    'the policy stopped it before any service worker was asked',
    fetched,
    { steps: [rejected], violations: [violationOf(fetched)] },
    'blocked',
  ],
  ['silence of a document that was left', direct, { unloaded: true }, 'inconclusive'],
  [
    'a failure in a document that was left: leaving cancels what is loading',
    direct,
    { unloaded: true, steps: [rejected] },
    'inconclusive',
  ],
  ['it arrived, and its document was left', direct, { unloaded: true, network: [arrived()] }, 'allowed'],
  [
    'a violation event before its document was left',
    direct,
    { unloaded: true, violations: [violationOf(direct)] },
    'blocked',
  ],
  ['a forged message in its name', direct, { network: [arrived()], refused: 'forged' }, 'inconclusive'],
  ['it arrived, and no service worker is asked for it', socket, { network: [arrived()] }, 'allowed'],
  ['silence, and no control', direct, { open: controlFailed }, 'inconclusive'],
  ['the browser says that the API is not there', direct, { steps: [rejected], open: absent }, 'unsupported'],
  [
    'the API refuses to work in this global',
    direct,
    { unavailable: 'caches.open(): SecurityError' },
    'unsupported',
  ],
  ['the document could not be made', direct, { failed: 'worker: error event' }, 'inconclusive'],
  ['the document was never heard of', direct, { calledAt: null }, 'inconclusive'],
  [
    'a redirect was followed to its end',
    redirected,
    { network: [arrived(0, 'redirect'), arrived(1)] },
    'allowed',
  ],
  [
    'only the first hop arrived, and it failed',
    redirected,
    { network: [arrived(0, 'redirect')], steps: [rejected] },
    'blocked',
  ],
  ['only the first hop arrived, in silence', redirected, { network: [arrived(0, 'redirect')] }, 'blocked'],
  ['a local URL gave its response', local, { steps: [resolved] }, 'allowed'],
  ['a local URL failed next to a working control', local, { steps: [rejected] }, 'blocked'],
  [
    'a local URL failed, and so did its control',
    local,
    { steps: [rejected], open: controlFailed },
    'inconclusive',
  ],
  [
    'a local URL was reported blocked, and gave its response',
    local,
    { steps: [resolved], violations: [violationOf(local)] },
    'leaked',
  ],
];

const failures = [{ time: 1001, case: null, authority: 'third.test:443', reason: 'refused (ECONNREFUSED)' }];
table.push(
  ['it failed beside a failure of ours', direct, { failures, steps: [rejected] }, 'inconclusive'],
  [
    'an event beside a failure of ours',
    direct,
    { failures, violations: [violationOf(direct)] },
    'inconclusive',
  ],
  ['silence beside a failure of ours', direct, { failures }, 'inconclusive'],
  ['it arrived beside a failure of ours', direct, { failures, network: [arrived()] }, 'allowed'],
  [
    'it was said to be blocked and arrived, beside a failure of ours',
    direct,
    { failures, violations: [violationOf(direct)], network: [arrived()] },
    'leaked',
  ],
  [
    'the proxy refused what carried its id',
    direct,
    { violations: [violationOf(direct)], network: [{ ...arrived(), refused: true }] },
    'blocked',
  ],
);

test('the reason names what failed on our side, and where', () => {
  const { reason } = observe(direct, evidenceOf(direct, { failures, steps: [rejected] }));
  expect(reason).toBe('The rig itself failed: refused (ECONNREFUSED), at third.test:443.');
});

test('the reason tells how far a document came that was never heard of', () => {
  const reason = (unasked: string[]) =>
    observe(direct, evidenceOf(direct, { calledAt: null, unasked })).reason;
  expect(reason([])).toBe(
    'The document was never heard of, though the browser asked for all that it is made of.',
  );
  expect(reason(['https://page.test/x', 'https://page.test/x/own.js'])).toBe(
    'The document was never heard of: the browser never asked for https://page.test/x, nor for https://page.test/x/own.js.',
  );
});

for (const [name, one, seen, verdict] of table)
  test(`${name}: ${verdict}`, () => {
    const observed = observe(one, evidenceOf(one, seen));
    expect(observed.verdict).toBe(verdict);
    expect(observed.reason).not.toBe('');
  });

test('a failure of an API that refuses the URL itself is blocked, and says why', () => {
  const url = 'https://user:secret@api.test/';
  const documents = [{ policy: 'connect-src *', by: 'fetch', refuses: [url] }];
  const [one] = expand({ id: 'unit', title: 'Unit', documents }, 'unit', 'unit.ts').cases;
  if (one === undefined) throw new Error('no case');
  const { verdict, reason } = observe(one, evidenceOf(one, { steps: [rejected] }));
  expect(verdict).toBe('blocked');
  expect(reason).toMatch(/^The API refuses this URL, whatever the policy\. Script saw: rejects TypeError/);
  expect(observe(one, evidenceOf(one, { steps: [rejected], open: controlFailed })).verdict).toBe(
    'inconclusive',
  );
  expect(observe(one, evidenceOf(one, { network: [arrived()] })).verdict).toBe('allowed');
});
