import { UserError } from '../errors.ts';

/**
 * Up to how many milliseconds our servers hold back every tunnel and every answer, at random, as `CONNECT_SRC_JITTER` asks
 * for: how a slow machine is tried.
 *
 * @throws {UserError} where it is no number
 */
export function jitterFromEnvironment(env: NodeJS.ProcessEnv = process.env): number {
  const asked = env.CONNECT_SRC_JITTER || '0';
  if (/^\d{1,5}$/.test(asked)) return Number(asked);
  throw new UserError(
    `CONNECT_SRC_JITTER is ${JSON.stringify(asked)}.`,
    'Give milliseconds, from 0 to 99999.',
  );
}
