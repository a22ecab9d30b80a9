import { expect, test } from '@playwright/test';
import { Collector } from '../../harness/agent/collector.ts';
import { CHANNEL, type Said, teller } from '../../harness/agent/protocol.ts';

/** A wait that ends only when nothing is left to wait for. */
const patient = { width: 1, idle: 3_600_000, limit: 3_600_000 };

/** A turn that lasts longer than the test. */
const TURN = 3_600_000;

function collecting() {
  const collector = new Collector();
  const says = (document: string, said: Said) =>
    teller({ document, key: 'k' }, (message) => collector.keep(message))(said);
  return { collector, says };
}

/** Whether the wait is over once everything that is due has run. */
async function isOver(wait: Promise<boolean>): Promise<boolean> {
  let over = false;
  void wait.then(() => {
    over = true;
  });
  await new Promise(setImmediate);
  return over;
}

test('a wait is over when script will learn no more of any case', async () => {
  const { collector, says } = collecting();
  const wait = collector.wait({ d: ['d/1', 'd/2'] }, patient, TURN);
  says('d', { kind: 'called', case: 'd/1' });
  says('d', { kind: 'settled', case: 'd/1' });
  expect(await isOver(wait)).toBe(false);
  says('d', { kind: 'settled', case: 'd/2' });
  expect(await isOver(wait)).toBe(true);
});

for (const said of [{ kind: 'failed', reason: 'gone' }, { kind: 'unloaded' }] satisfies Said[])
  test(`a wait is for no case of a document that ${said.kind}`, async () => {
    const { collector, says } = collecting();
    const wait = collector.wait({ d: ['d/1'], e: ['e/1'] }, patient, TURN);
    says('d', said);
    expect(await isOver(wait)).toBe(false);
    says('e', { kind: 'settled', case: 'e/1' });
    expect(await isOver(wait)).toBe(true);
  });

test('what was said is given as text, from where the reader has come', () => {
  const { collector, says } = collecting();
  says('d', { kind: 'called', case: 'd/1' });
  says('d', { kind: 'settled', case: 'd/1' });
  const [first, second, ...more] = JSON.parse(collector.messages(0)) as Array<Record<string, unknown>>;
  expect(more).toEqual([]);
  expect(first).toEqual({ kind: 'called', case: 'd/1', document: 'd', key: 'k', time: expect.any(Number) });
  expect(JSON.parse(collector.messages(1))).toEqual([second]);
});

test('what a page makes up is kept as far as it can be written, and breaks nothing', async () => {
  const { collector, says } = collecting();
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  const made = [null, 'text', 7, { kind: 1n }, circle, [], { kind: 'settled', case: {} }];
  for (const data of made) collector.take({ data: { [CHANNEL]: data } } as MessageEvent);
  collector.take({ data: null } as MessageEvent);
  const wait = collector.wait({ d: ['d/1'] }, patient, TURN);
  says('d', { kind: 'settled', case: 'd/1' });
  expect(await isOver(wait)).toBe(true);
  expect(JSON.parse(collector.messages(0))).toHaveLength(made.length + 1);
});
