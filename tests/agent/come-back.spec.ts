import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { comeBack } from '../../harness/agent/come-back.ts';
import type { Message, PagePlan, Up } from '../../harness/agent/protocol.ts';
import { CHANNEL } from '../../harness/agent/protocol.ts';

const AWAY = 'https://page.test/it/away.html';
const plan: PagePlan = {
  ...{ document: 'document', key: 'key', create: null, agent: '', detect: false, observeReports: false },
  ...{ leaves: false, away: AWAY, held: false },
  connections: [{ case: 'case', mechanism: 'fetch', url: 'https://api.test/', options: {} }],
};

/** Plays a browser that shows the document again and again, as a cache that keeps it at the n-th visit would have it. */
async function visit(keptAt: number) {
  const names = ['addEventListener', 'sessionStorage', 'location', 'BroadcastChannel'];
  const before = names.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  for (const name of names) Reflect.deleteProperty(globalThis, name);
  const stored = new Map<string, string>();
  const went: string[] = [];
  const told: Message[] = [];
  let shown: (event: { persisted: boolean }) => void = () => {};
  let ups: Up[] = [];
  Object.assign(globalThis, {
    addEventListener: (_: string, listener: typeof shown) => {
      shown = listener;
    },
    sessionStorage: {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => stored.set(key, value),
    },
    location: { href: 'https://page.test/it', assign: (url: string) => went.push(url) },
    BroadcastChannel: class {
      addEventListener() {}
      postMessage(message: { [CHANNEL]: Message }) {
        told.push(message[CHANNEL]);
      }
    },
  });
  try {
    comeBack(plan, AWAY, (up) => {
      ups = [...ups, up];
    });
    for (let visits = 1; visits <= 10 && ups.length === 0 && told.length === 0; visits++) {
      const gone = went.length;
      shown({ persisted: visits === keptAt });
      while (went.length === gone && ups.length === 0 && told.length === 0) await turn();
    }
    return { went, told, ups };
  } finally {
    Object.assign(globalThis, {
      addEventListener: undefined,
      location: undefined,
      sessionStorage: undefined,
    });
    Object.assign(globalThis, before);
  }
}

test('a document goes on when it was kept, and opens nothing before', async () => {
  const { went, told, ups } = await visit(2);
  expect(went).toEqual([AWAY]);
  expect(ups).toHaveLength(1);
  expect(told).toEqual([]);
});

test('a document that is thrown out goes away once more', async () => {
  const { went, ups } = await visit(4);
  expect(went).toEqual([AWAY, AWAY, AWAY]);
  expect(ups).toHaveLength(1);
});

test('a document that is never kept lacks what is asked for', async () => {
  const { told, ups } = await visit(0);
  expect(ups).toEqual([]);
  expect(told).toMatchObject([
    { kind: 'missing', case: 'case', reason: 'the document was not kept in the back/forward cache' },
    { kind: 'settled', case: 'case' },
  ]);
});
