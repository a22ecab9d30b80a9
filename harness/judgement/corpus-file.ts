import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { UserError } from '../errors.ts';

/** The folder of the corpus. */
export const corpusFolder = new URL('../../scenarios/', import.meta.url);

/**
 * Reads a JSON file of the corpus.
 *
 * @param name its path below `scenarios/`
 * @param fix what to do about a mistake in it
 * @throws {UserError} when it is not JSON or not what it should be; the error names the place
 */
export function readCorpusFile<T>(name: string, schema: z.ZodType<T>, fix = 'Mend the entry.'): T {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(new URL(name, corpusFolder), 'utf8'));
  } catch (error) {
    throw new UserError(`scenarios/${name}: ${(error as Error).message}`, fix);
  }
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new UserError(`scenarios/${name}: ${issue?.path.join('.')}: ${issue?.message}`, fix);
}
