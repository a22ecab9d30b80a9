import { expect, test } from '@playwright/test';
import type { BidiClient } from '../../harness/engines/bidi/client.ts';
import { BidiSession } from '../../harness/engines/bidi/session.ts';

/** A session with a browser that never says that a page has loaded, and whose page says this when it is asked. */
function sessionWith(answers: string[]): BidiSession {
  const send = async (method: string) => {
    if (method === 'browsingContext.navigate') return new Promise(() => {});
    if (method !== 'script.evaluate') return { context: 'one', userContext: 'own' };
    const value = JSON.stringify({ value: JSON.parse(answers.shift() ?? 'null') });
    return { type: 'success', result: { type: 'string', value } };
  };
  const client = { send, sendIfKnown: send } as unknown as BidiClient;
  const choice = { name: 'firefox', engine: 'firefox' } as ConstructorParameters<typeof BidiSession>[0];
  return new BidiSession(choice, '153.0', client, false, new Promise(() => {}), async () => {});
}

test('a page of which the browser never says that it has loaded is there when it is another one, and whole', async () => {
  const answers = ['100', '100', 'null', '250', '300'];
  const page = await sessionWith(answers).open();
  await page.goto('https://page.test/');
  // Before, the same, not whole yet, another: nobody asks any more.
  expect(answers).toEqual(['300']);
});
