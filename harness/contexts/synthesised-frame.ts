import type { Context } from './context.ts';
import { controlled } from './controlled.ts';

/** A page whose service worker answers with `new Response()`, which has no URL of its own. */
export default {
  name: 'synthesised-frame',
  title: 'document behind a service worker that makes its responses',
  ...controlled('synthesise'),
} satisfies Context;
