import { expect, test } from '@playwright/test';
import type { Message, PagePlan } from '../../harness/agent/protocol.ts';
import { run } from '../../harness/agent/run.ts';
import type { MechanismInPage } from '../../harness/catalogue/mechanism.ts';

/** What the agent needs of a page's global and Node's has not. */
test.beforeAll(() => {
  Object.assign(globalThis, { addEventListener() {}, dispatchEvent: () => true });
});
test.afterAll(() => {
  for (const name of ['addEventListener', 'dispatchEvent']) Reflect.deleteProperty(globalThis, name);
});

const plan = (detect: boolean): PagePlan => ({
  document: 'd',
  key: 'k',
  create: null,
  agent: 'https://page.test/agent.js',
  connections: [{ case: 'd/1', mechanism: 'made up', url: 'https://api.test/', options: { method: 'POST' } }],
  detect,
  observeReports: false,
  leaves: false,
  away: null,
  held: false,
  needs: null,
});

/** What is told of one connection by a mechanism. */
async function told(
  mechanism: Partial<MechanismInPage>,
  detect = false,
  leave?: () => void,
): Promise<Message[]> {
  const messages: Message[] = [];
  const whole = { detect: () => null, open: () => undefined, ...mechanism } as MechanismInPage;
  run(plan(detect), { 'made up': whole }, (message) => messages.push(message), leave);
  await new Promise(setImmediate);
  return messages;
}

const kinds = (messages: readonly Message[]) => messages.map(({ kind }) => kind);

test('the call is told before the mechanism opens anything, and the mechanism is told its URL and options', async () => {
  const opened: unknown[] = [];
  const messages = await told({
    open({ url, options, record }) {
      opened.push(url, options);
      record.resolves('200');
      record.settled();
    },
  });
  expect(kinds(messages)).toEqual(['called', 'step', 'settled']);
  expect(opened).toEqual(['https://api.test/', { method: 'POST' }]);
  expect(messages.every(({ document, key }) => document === 'd' && key === 'k')).toBe(true);
});

test('an exception is the outcome, and ends the connection', async () => {
  const messages = await told({
    open() {
      throw new TypeError('Refused');
    },
  });
  expect(kinds(messages)).toEqual(['called', 'step', 'settled']);
  expect(messages[1]).toMatchObject({ step: 'throw', shape: 'throws TypeError' });
});

test('a mechanism that the browser lacks is told as missing, and not opened', async () => {
  let opened = false;
  const open = () => {
    opened = true;
  };
  expect(kinds(await told({ detect: () => 'no such API', open }, true))).toEqual(['missing', 'settled']);
  expect(opened).toBe(false);
  expect(kinds(await told({ detect: () => Promise.reject(new Error('x')), open }, true))).toEqual([
    'missing',
    'settled',
  ]);
});

test('a document that leaves goes once its connections are opened, before anything else can happen', async () => {
  const happened: string[] = [];
  const open = () => {
    happened.push('opened');
    setTimeout(() => happened.push('answered'));
  };
  expect(kinds(await told({ open }, false, () => happened.push('left')))).toEqual(['called', 'settled']);
  expect(happened).toEqual(['opened', 'left']);
});

test('nothing is detected where nobody asks', async () => {
  expect(kinds(await told({ detect: () => 'no such API' }))).toEqual(['called']);
});
