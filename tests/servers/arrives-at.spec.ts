import { expect, test } from '@playwright/test';
import { arrivesAt } from '../../servers/arrives-at.ts';

const planned = [['http://api.test/%61b'], ['https://third.test:8443/to']];

for (const [url, hop] of [
  ['http://api.test/%61b?case=1', 0],
  ['http://api.test/ab', 0],
  ['https://api.test/%61b', 0],
  ['wss://third.test:8443/to', 1],
] as const)
  test(`${url} at hop ${hop} is as planned, or upgraded, or decoded`, () => {
    expect(arrivesAt({ url, hop }, planned)).toBe(true);
  });

for (const [url, hop] of [
  ['http://api.test/b', 0],
  ['http://other.test/ab', 0],
  ['http://api.test:8080/ab', 0],
  ['http://third.test:8443/to', 1],
  ['http://api.test/ab', 1],
] as const)
  test(`${url} at hop ${hop} is another's`, () => {
    expect(arrivesAt({ url, hop }, planned)).toBe(false);
  });
