import { expect, test } from '@playwright/test';
import { explain } from '../../harness/spec/explain.ts';

/**
 * The processor time of so many askings, in milliseconds: of the cheapest of a few rounds, so that other processes do
 * not count.
 */
function cost(askings: number, policy: string): number {
  const rounds = Array.from({ length: 3 }, () => {
    const start = process.cpuUsage();
    for (let asking = 0; asking < askings; asking += 1)
      explain({ policy, self: 'https://page.test/', url: 'https://b.test/' });
    return process.cpuUsage(start).user / 1000;
  });
  return Math.min(...rounds);
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
    // As much text both times, so that the compiler and the collector of garbage have as much to do.
    const times = 16;
    const inPieces = cost(times, policy(4_000));
    const atOnce = cost(1, policy(4_000 * times));
    // Linear work costs the same, quadratic work 16 times as much; between them is room for a busy machine.
    expect(atOnce).toBeLessThan(Math.max(inPieces, 1) * 6);
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
