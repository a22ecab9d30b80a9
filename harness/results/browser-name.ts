import { z } from 'zod';

/**
 * The name of a browser: part of file names, a key of tables, a word of commands. `constructor` is one that every table
 * of JavaScript has already.
 */
export const browserName = z
  .string()
  .regex(/^(?!constructor$)[a-z0-9][a-z0-9.-]*$/, 'a browser is called by a–z, 0–9, dots and hyphens');
