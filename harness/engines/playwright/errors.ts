import { errors } from 'playwright';
import { EngineError } from '../errors.ts';

/** Playwright gives most of its errors no type of their own, so their first line has to tell. */
export function asEngineError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const message = String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
  if (error instanceof errors.TimeoutError) return new EngineError('timeout', message, { cause: error });
  if (/executable doesn't exist|distribution .* is not found|cannot find firefox/i.test(message)) {
    return new EngineError('missing', message, { cause: error });
  }
  const crashed = /crash|has been closed|target closed|connection closed|disconnected/i.test(message);
  return new EngineError(crashed ? 'crash' : 'protocol', message, { cause: error });
}
