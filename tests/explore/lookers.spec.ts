import { expect, test } from '@playwright/test';
import { sharing } from '../../harness/explore/lookers.ts';

/** Opens numbers, and writes down which were opened together. */
function opener(fails = false) {
  const openings: number[][] = [];
  const ask = sharing(async (documents: readonly number[]) => {
    openings.push([...documents]);
    await Promise.resolve();
    if (fails) throw new Error('lost');
    return documents.map((one) => `seen ${one}`);
  });
  return { openings, ask };
}

test('those who ask at once share an opening, what two ask for is opened once, and each gets its own answers', async () => {
  const { openings, ask } = opener();
  const answers = await Promise.all([ask([1, 2]), ask([2, 3]), ask([])]);
  expect(answers).toEqual([['seen 1', 'seen 2'], ['seen 2', 'seen 3'], []]);
  expect(openings).toEqual([[1, 2, 3]]);
  expect(await ask([1])).toEqual(['seen 1']);
  expect(openings).toEqual([[1, 2, 3], [1]]);
});

test('no opening is larger than it should be, unless one asks for so many', async () => {
  const { openings, ask } = opener();
  const many = Array.from({ length: 250 }, (_, index) => index);
  await Promise.all([ask(many), ask([1000]), ask([1001])]);
  expect(openings.map(({ length }) => length)).toEqual([250, 2]);
});

test('an opening that fails fails for all who shared it, and not for the next', async () => {
  const { ask } = opener(true);
  const both = await Promise.allSettled([ask([1]), ask([2])]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(ask([3])).rejects.toThrow('lost');
});
