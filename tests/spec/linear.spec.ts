import { expect, test } from '@playwright/test';
import { explain } from '../../harness/spec/explain.ts';

/** The processor time of the cheapest of a few askings, in milliseconds; other processes do not count. */
function cost(policy: string, url: string): number {
  const times = Array.from({ length: 3 }, () => {
    const start = process.cpuUsage();
    explain({ policy, self: 'https://page.test/', url });
    return process.cpuUsage(start).user / 1000;
  });
  return Math.min(...times);
}

// Policies that tempt a parser into going over the same text again and again: each is built of `n` pieces.
const tempting: Record<string, (n: number) => string> = {
  'many directives': (n) => Array.from({ length: n }, (_, index) => `made-up-${index} b.test`).join(';'),
  'many sources': (n) =>
    `connect-src ${Array.from({ length: n }, (_, index) => `https://h${index}.test`).join(' ')}`,
  'many policies': (n) =>
    Array.from({ length: n }, (_, index) => `connect-src https://b.test/${index}/`).join(','),
  'much white space inside': (n) => `connect-src${' '.repeat(n)}b.test${' \t'.repeat(n)}c.test`,
  'empty directives': (n) => `${';'.repeat(n)}connect-src b.test`,
  'one long label': (n) => `connect-src ${'a'.repeat(n)}!`,
  'many labels': (n) => `connect-src ${'a.'.repeat(n)}!`,
  'many colons': (n) => `connect-src ${'a:'.repeat(n)}`,
  'a long path': (n) => `connect-src https://b.test${'/a'.repeat(n)}#`,
  'many percent signs': (n) => `connect-src https://b.test/${'%61'.repeat(n)}`,
  'a long nonce': (n) => `connect-src 'nonce-${'a'.repeat(n)}`,
};

for (const [name, policy] of Object.entries(tempting)) {
  test(`work grows with the size of a policy and no faster: ${name}`, () => {
    const small = 4_000;
    const before = cost(policy(small), 'https://b.test/');
    const after = cost(policy(small * 16), 'https://b.test/');
    // Linear work takes 16 times as long, quadratic work 256 times; between them is room for a busy machine.
    expect(after).toBeLessThan(Math.max(before, 1) * 64);
  });
}

test('a megabyte in one token is read like any other', () => {
  const megabyte = 1 << 20;
  for (const unit of ['a', 'a.', '/a', '%61', '*', ':', "'", '\u00e9', 'https://b.test/']) {
    const token = unit.repeat(megabyte / unit.length);
    for (const policy of [`connect-src ${token}`, `connect-src b.test/${token}`, token]) {
      const { verdict } = explain({ policy, self: 'https://page.test/', url: 'https://other.test/' });
      expect(verdict).toBe(policy.startsWith('connect-src') && unit !== '\u00e9' ? 'blocked' : 'allowed');
    }
  }
});
