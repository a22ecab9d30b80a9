import { errors } from 'playwright';
import { EngineError } from '../errors.ts';

/**
 * The first stock Firefox that Playwright 1.64.1 drives. An older one speaks WebDriver BiDi too, but lacks
 * `network.addDataCollector`, by which Playwright begins; one of 115 lacks the types of its answers as well, and Playwright
 * needs half a minute to end it.
 */
export const FIRST_FIREFOX = 143;

/** A stock Firefox before {@link FIRST_FIREFOX}. */
export class TooOldForPlaywright extends EngineError {}

/** Playwright gives most of its errors no type of their own, so their first line has to tell. */
export function asEngineError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const message = String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
  if (error instanceof errors.TimeoutError) return new EngineError('timeout', message, { cause: error });
  if (/executable doesn't exist|distribution .* is not found|cannot find firefox/i.test(message)) {
    return new EngineError('missing', message, { cause: error });
  }
  if (/Protocol error \(\w+\.\w+\): (unknown command|.*unexpected response type)/.test(message)) {
    const what = `this Firefox is too old for Playwright (${message})`;
    return new TooOldForPlaywright('protocol', what, { cause: error });
  }
  const crashed = /crash|has been closed|target closed|connection closed|disconnected/i.test(message);
  return new EngineError(crashed ? 'crash' : 'protocol', message, { cause: error });
}
