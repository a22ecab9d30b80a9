import { expect, test } from '@playwright/test';
import type { Evidence } from '../../harness/evidence/evidence.ts';
import { observe } from '../../harness/judgement/observe.ts';
import { expand } from '../../harness/plan/expand.ts';
import { arrived, evidenceOf, plannedCase, step, violationOf } from './fixture.ts';

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
const socket = behind('WebSocket', 'wss://third.test/');
const local = plannedCase('connect-src https://api.test', 'data:text/plain,ok');
const rejected = step('reject', 'TypeError', 'rejects TypeError');
const resolved = step('resolve', 'cors', 'resolves cors');
const controlFailed = { missing: null, worked: false, summary: 'did not reach its server' };
const absent = { ...controlFailed, missing: 'fetch is not defined' };

const table: Array<[name: string, one: typeof direct, seen: Partial<Evidence>, verdict: string]> = [
  ['it arrived', direct, { network: [arrived()] }, 'allowed'],
  [
    'it arrived, and CORS kept the response from script',
    direct,
    { network: [arrived()], steps: [rejected] },
    'allowed',
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
  ['silence behind a service worker', beacon, { network: [arrived()] }, 'inconclusive'],
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

for (const [name, one, seen, verdict] of table)
  test(`${name}: ${verdict}`, () => {
    const observed = observe(one, evidenceOf(one, seen));
    expect(observed.verdict).toBe(verdict);
    expect(observed.reason).not.toBe('');
  });
