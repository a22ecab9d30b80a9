import { deepStrictEqual } from 'node:assert/strict';
import { tables } from '../tables/index.ts';

// Every statement in one process, without a test runner; ends with exit code 1 at the first that does not hold.
for (const { section, cases } of tables) {
  for (const { name, actual, expected } of cases) {
    try {
      deepStrictEqual(actual(), expected);
    } catch {
      process.stderr.write(`${section}: ${name}\n`);
      process.exit(1);
    }
  }
}
