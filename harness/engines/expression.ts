import { EngineError } from './errors.ts';

/** What {@link wrapExpression} yields in the page: JSON of the value, or the error as text. */
interface Envelope {
  value?: unknown;
  error?: string;
}

/**
 * Wraps an expression so that every protocol carries its outcome alike, as one string: each protocol has its own
 * idea of `undefined`, `-0` and exceptions, all of them know strings.
 * @returns a JavaScript expression for a promise of a string that {@link unwrapResult} reads; it never rejects
 */
export function wrapExpression(expression: string): string {
  return `(async () => {
    try { return JSON.stringify({ value: await (${expression}\n) }); }
    catch (error) { return JSON.stringify({ error: String(error) }); }
  })()`;
}

/**
 * Reads what {@link wrapExpression} sent.
 * @throws {EngineError} `script` with the page's own error text
 */
export function unwrapResult<T>(result: string): T {
  const envelope = JSON.parse(result) as Envelope;
  if (envelope.error !== undefined) throw new EngineError('script', envelope.error);
  return envelope.value as T;
}
