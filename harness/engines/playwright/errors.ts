import { errors } from 'playwright';
import { EngineError } from '../errors.ts';

/**
 * The first Firefox that Playwright drives over WebDriver BiDi: at its start, Playwright 1.64.1 asks for
 * `network.addDataCollector`, which Firefox has from 143 on. A stock Firefox speaks no other protocol that Playwright does.
 */
export const FIRST_STOCK_FIREFOX = 143;

/** Playwright gives most of its errors no type of their own, so their first line has to tell. */
export function asEngineError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const message = String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
  if (error instanceof errors.TimeoutError) return new EngineError('timeout', message, { cause: error });
  if (/executable doesn't exist|distribution .* is not found|cannot find firefox/i.test(message)) {
    return new EngineError('missing', message, { cause: error });
  }
  if (/Protocol error \(\w+\.\w+\): unknown command/.test(message)) {
    const what = `this Firefox is too old: Playwright drives a stock one from ${FIRST_STOCK_FIREFOX} on (${message})`;
    return new EngineError('protocol', what, { cause: error });
  }
  const crashed = /crash|has been closed|target closed|connection closed|disconnected/i.test(message);
  return new EngineError(crashed ? 'crash' : 'protocol', message, { cause: error });
}
