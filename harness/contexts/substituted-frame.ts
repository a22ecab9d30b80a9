import type { Context } from './context.ts';
import { controlled } from './controlled.ts';

/** A page whose service worker answers with what it fetched from third.test, whatever was asked for. */
export default {
  name: 'substituted-frame',
  title: 'document behind a service worker that answers from another URL',
  ...controlled('https://third.test/substitute'),
} satisfies Context;
