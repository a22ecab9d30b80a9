import { expect, test } from '@playwright/test';
import { jitterFromEnvironment } from '../../harness/rig/jitter.ts';

test('servers hold nothing back unless they are asked to, and only by a number', () => {
  expect(jitterFromEnvironment({})).toBe(0);
  expect(jitterFromEnvironment({ CONNECT_SRC_JITTER: '' })).toBe(0);
  expect(jitterFromEnvironment({ CONNECT_SRC_JITTER: '500' })).toBe(500);
  for (const bad of ['-1', 'much', '1e9', '123456'])
    expect(() => jitterFromEnvironment({ CONNECT_SRC_JITTER: bad }), bad).toThrow('Give milliseconds');
});
