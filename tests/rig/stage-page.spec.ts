import { expect, test } from '@playwright/test';
import { EngineError, type EnginePage } from '../../harness/engines/engine.ts';
import { StagePage } from '../../harness/rig/stage-page.ts';

/** A page that gives these answers, one after the other; errors it throws. */
function pageThat(...answers: unknown[]): EnginePage {
  return {
    goto: async () => {},
    evaluate: async <T>() => {
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      return answer as T;
    },
    console: () => null,
    close: async () => {},
  };
}

const destroyed = new EngineError('protocol', 'the context was destroyed');

/** What a page tells of its one document when its answers are these; the first names its collector. */
async function toldBy(...answers: unknown[]): Promise<unknown> {
  const page = new StagePage(pageThat('its collector', ...answers));
  await page.open('https://page.test/');
  page.documents.add('d');
  await page.listen('secret', '1');
  return page.heard;
}

const unloaded = [expect.objectContaining({ kind: 'unloaded', document: 'd' })];

test('a page that has nothing to tell tells nothing', async () => {
  expect(await toldBy({ value: '[]' })).toEqual([]);
});

test('where another page has come, each of its documents was left', async () => {
  expect(await toldBy(null)).toEqual(unloaded);
  expect(await toldBy(destroyed, 'another')).toEqual(unloaded);
  expect(await toldBy(destroyed, null)).toEqual(unloaded);
  expect(await toldBy(destroyed, destroyed)).toEqual(unloaded);
});

test('an error of a page that is still there is no leaving', async () => {
  await expect(toldBy(destroyed, 'its collector')).rejects.toThrow(destroyed);
});

test('a browser that is lost is no leaving', async () => {
  await expect(toldBy(new EngineError('crash', 'gone'))).rejects.toThrow('gone');
  await expect(toldBy(destroyed, new EngineError('timeout', 'hangs'))).rejects.toThrow('hangs');
});

test('what is no list of messages counts against the page’s documents', async () => {
  const refused = [expect.objectContaining({ kind: 'refused', document: 'd' })];
  expect(await toldBy({ value: 7 })).toEqual(refused);
  expect(await toldBy({ value: '{"kind":"settled"}' })).toEqual(refused);
});
