#!/usr/bin/env node
// The command runs from its TypeScript sources: nothing has to be built first, and nothing can be stale.
import { register } from 'tsx/esm/api';

register();
await import('./cli.ts');
