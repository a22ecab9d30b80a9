#!/usr/bin/env node
// The command runs from its TypeScript sources: nothing has to be built first, and nothing can be stale.
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

const place = fileURLToPath(new URL('..', import.meta.url));
if (place.includes('?')) {
  // tsx cuts a path at its first question mark, and then takes TypeScript for JavaScript.
  console.error(
    `The project is in ${place}, and its sources cannot be loaded from a path with a question mark.`,
  );
  console.error('Move it to a folder without one.');
  process.exit(2);
}
register();
await import('./cli/cli.ts');
