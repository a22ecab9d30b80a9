import { EngineError } from './errors.ts';

/**
 * How long a browser may take to answer, in milliseconds. Generous on purpose: these limits tell a hung browser
 * from a working one and never decide a verdict.
 */
export const LIMITS = {
  launch: 60_000,
  navigation: 30_000,
  script: 60_000,
  /** Any command to a WebDriver server, which enforces the limits above by itself. */
  command: 90_000,
  close: 30_000,
} as const;

/**
 * Gives the promise's result, or rejects when it takes longer than `milliseconds`.
 * @throws {EngineError} `timeout`, saying what was waited for
 */
export async function within<T>(milliseconds: number, what: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    const late = () =>
      reject(new EngineError('timeout', `${what} took longer than ${milliseconds / 1000} s`));
    timer = setTimeout(late, milliseconds);
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}
