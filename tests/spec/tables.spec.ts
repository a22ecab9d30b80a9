import { expect, test } from '@playwright/test';
import { tables } from './tables/index.ts';

for (const { section, cases } of tables) {
  test.describe(section, () => {
    for (const { name, actual, expected } of cases) {
      test(name, () => {
        expect(actual()).toEqual(expected);
      });
    }
  });
}
