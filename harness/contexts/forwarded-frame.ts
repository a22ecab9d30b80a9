import type { Context } from './context.ts';
import { controlled } from './controlled.ts';

/** A page whose service worker answers with `fetch(event.request)`. */
export default {
  name: 'forwarded-frame',
  title: 'document behind a service worker that forwards',
  ...controlled('forward'),
} satisfies Context;
