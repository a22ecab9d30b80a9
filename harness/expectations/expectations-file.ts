import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { z } from 'zod';
import { UserError } from '../errors.ts';
import { layOutJson } from '../results/lay-out-json.ts';
import { describeIssues } from '../results/schema-issues.ts';

/** The folder of what is known to differ. */
export const expectationsFolder = new URL('../../scenarios/expectations/', import.meta.url);

/** What to do about a file of the expectations that was written by hand. */
const CORRECT = 'Correct the entry.';

/** An error about one file of the expectations, which names it as the user knows it. */
export const expectationsError = (name: string, problem: string, fix = CORRECT): UserError =>
  new UserError(`scenarios/expectations/${name}: ${problem}`, fix);

/**
 * Reads a JSON file of the expectations.
 *
 * @param name its path below `scenarios/expectations/`
 * @param fix what to do about a mistake in it
 * @throws {UserError} when it is not JSON or not what it should be; the error names the file and the place
 */
export function readExpectations<T>(name: string, schema: z.ZodType<T>, fix = CORRECT): T {
  const text = readFileSync(new URL(name, expectationsFolder), 'utf8');
  return parseExpectations(name, text, schema, fix);
}

/** The same of a text that was read already. */
export function parseExpectations<T>(name: string, text: string, schema: z.ZodType<T>, fix = CORRECT): T {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw expectationsError(name, (error as Error).message, fix);
  }
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  throw expectationsError(name, describeIssues(result.error), fix);
}

/**
 * Writes a JSON file of the expectations, laid out as all of them are.
 *
 * @param name its path below `scenarios/expectations/`
 * @param deepest as for {@link layOutJson}
 */
export function writeExpectations(name: string, value: object, deepest?: number): void {
  const file = new URL(name, expectationsFolder);
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, layOutJson(value, deepest));
}
