import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { Declarations } from '../../servers/declarations.ts';
import { hold } from '../../servers/hold.ts';
import { Ledger, type LedgerEntry } from '../../servers/ledger.ts';

const AFTER = 'https://gone.page.test/it';

const visit = (url: string): LedgerEntry => ({
  ...{ time: 0, kind: 'request', case: null, document: null, run: null, hop: 0 },
  ...{ method: 'GET', url, headers: {}, status: 200 },
});

function world() {
  const declarations = new Declarations();
  const ledger = new Ledger();
  declarations.behave('held', { redirectsAfter: AFTER });
  const arrival = {
    ...{ method: 'GET', url: new URL('https://api.test/'), headers: {}, document: null, run: null, hop: 0 },
    case: 'held',
  };
  return { declarations, ledger, arrival };
}

test('holds a redirect back until the URL of its case was asked for, and no other', async () => {
  const { arrival, ...context } = world();
  let answered = false;
  const held = hold(arrival, { kind: 'redirect' }, context).then(() => {
    answered = true;
  });
  context.ledger.record(visit('https://gone.page.test/other'));
  await turn();
  expect(answered).toBe(false);
  context.ledger.record(visit(AFTER));
  await held;
  expect(context.ledger.failures()).toEqual([]);
});

test('holds neither a last answer back nor a redirect of another case', async () => {
  const { arrival, ...context } = world();
  await hold(arrival, { kind: 'request' }, context);
  await hold({ ...arrival, case: 'another' }, { kind: 'redirect' }, context);
  expect(context.ledger.failures()).toEqual([]);
});

test('forgets what it holds when the run is over', async () => {
  const { arrival, ...context } = world();
  const held = hold({ ...arrival, run: 'old' }, { kind: 'redirect' }, context);
  context.ledger.reset('new');
  await held;
  expect(context.ledger.failures()).toEqual([]);
});

test('a redirect that waits in vain is a failure of the rig', async () => {
  const { arrival, ...context } = world();
  await hold(arrival, { kind: 'redirect' }, context, 20);
  expect(context.ledger.failures()).toMatchObject([
    { case: 'held', reason: `a redirect waited in vain for ${AFTER}` },
  ]);
});
