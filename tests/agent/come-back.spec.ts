import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { comeBack, comeBackAgain, speak } from '../../harness/agent/come-back.ts';
import { CHANNEL, type Message, type PagePlan } from '../../harness/agent/protocol.ts';

const AWAY = {
  before: 'https://page.test/it/away-before.html',
  after: 'https://page.test/it/away-after.html',
};
const plan: PagePlan = {
  ...{ document: 'document', key: 'key', create: null, agent: '', detect: false, observeReports: false },
  ...{ leaves: false, away: AWAY, needs: null, held: false },
  connections: [{ case: 'case', mechanism: 'fetch', url: 'https://api.test/', options: {} }],
};

type Shown = (event: { persisted: boolean }) => void;

/** A page as far as the code under test looks at it, in the place of the globals of that name. */
class FakePage {
  readonly went: string[] = [];
  readonly told: Message[] = [];
  readonly channels: string[] = [];
  #stored = new Map<string, string>();
  #listeners = new Map<Shown, boolean>();
  #before: Array<readonly [string, PropertyDescriptor | undefined]>;

  constructor(href: string) {
    const page = this;
    const globals = {
      addEventListener: (_: string, listener: Shown, options?: { once: boolean }) =>
        this.#listeners.set(listener, options?.once ?? false),
      removeEventListener: (_: string, listener: Shown) => this.#listeners.delete(listener),
      sessionStorage: {
        getItem: (key: string) => this.#stored.get(key) ?? null,
        setItem: (key: string, value: string) => this.#stored.set(key, value),
      },
      location: { href, assign: (url: string) => this.went.push(url) },
      BroadcastChannel: class {
        constructor(name: string) {
          page.channels.push(name);
        }
        addEventListener() {}
        postMessage(message: { [CHANNEL]: Message }) {
          page.told.push(message[CHANNEL]);
        }
      },
    };
    this.#before = Object.keys(globals).map((name) => [
      name,
      Object.getOwnPropertyDescriptor(globalThis, name),
    ]);
    for (const [name, value] of Object.entries(globals))
      Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }

  /** Shows the document; one that was not kept is a new one. */
  async show(kept: boolean, load: () => void): Promise<void> {
    if (!kept) {
      this.#listeners.clear();
      load();
    }
    for (const [listener, once] of [...this.#listeners]) {
      if (once) this.#listeners.delete(listener);
      listener({ persisted: kept });
    }
    // Two turns: the document is left in a task of its own.
    await turn();
    await new Promise((resolve) => setTimeout(resolve));
  }

  [Symbol.dispose](): void {
    for (const [name, descriptor] of this.#before)
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
  }
}

/** Shows a document until it goes on or says why not; it is kept from the n-th time on. */
async function visit(keptAt: number) {
  using page = new FakePage('https://page.test/it');
  let opened = 0;
  for (let shown = 1; shown <= 10 && opened === 0 && page.told.length === 0; shown++)
    await page.show(shown === keptAt, () => comeBack(plan, AWAY, () => (opened += 1)));
  return { went: page.went, told: page.told, opened };
}

test('a document goes on when it was kept, and opens nothing before', async () => {
  expect(await visit(2)).toEqual({ went: [AWAY.before], told: [], opened: 1 });
});

test('a document that is thrown out goes away once more', async () => {
  expect(await visit(4)).toEqual({ went: Array(3).fill(AWAY.before), told: [], opened: 1 });
});

test('a document that is never kept lacks what is asked for', async () => {
  const { told, opened } = await visit(0);
  expect(opened).toBe(0);
  expect(told).toMatchObject([
    { kind: 'missing', case: 'case', reason: 'the document was not kept in the back/forward cache' },
    { kind: 'settled', case: 'case' },
  ]);
});

for (const [kept, words, expected] of [
  [true, 'goes on when it is back', ['back']],
  [false, 'that is thrown out then opens nothing twice, and is taken for one that was left', ['unloaded']],
] as const)
  test(`a document that is left once more ${words}`, async () => {
    using page = new FakePage('https://page.test/it');
    const said: string[] = [];
    const load = () =>
      comeBack(plan, AWAY, () => {
        said.push('opens');
        comeBackAgain(AWAY.after, () => said.push('back'));
      });
    await page.show(false, load);
    await page.show(true, load);
    await page.show(kept, load);
    expect(page.went).toEqual([AWAY.before, AWAY.after]);
    expect([...said, ...page.told.map(({ kind }) => kind)]).toEqual(['opens', ...expected]);
  });

test('a document speaks by its own URL, whatever fragment it was led to', () => {
  using page = new FakePage('https://page.test/it#there');
  speak()({ kind: 'unloaded', document: 'document', key: 'key', time: 0 });
  expect(page.channels).toEqual(['https://page.test/it']);
  expect(page.told).toHaveLength(1);
});
