/**
 * A failure of our own: something that a browser sent, and that we did not carry to where it was to go. Without it, such
 * a connection would look like one that never left. A browser that goes away by itself is none.
 */
export interface Failure {
  /** Milliseconds since the epoch, with a fraction. */
  readonly time: number;
  /** The case, where the request told it; null for a tunnel, which does not. */
  readonly case: string | null;
  /** `host:port` as the browser asked for it; null where that is not known, so that it may be anybody's. */
  readonly authority: string | null;
  /** What failed, and how: a clause. */
  readonly reason: string;
}

/** Whom a connection or a request is for, as far as it is known. */
export type Destination = Pick<Failure, 'case' | 'authority'>;

/** Where nothing is known of a connection: its failure may be anybody's. */
export const unknownDestination: Destination = { case: null, authority: null };

/** The current time as ledger entries hold it: milliseconds since the epoch, with a fraction. */
export function now(): number {
  return performance.timeOrigin + performance.now();
}

/** Errors by which a connection tells that its other end went away. */
const goneCodes = new Set([
  'ECONNRESET',
  'EPIPE',
  'ECONNABORTED',
  'HPE_INVALID_EOF_STATE',
  'ERR_STREAM_PREMATURE_CLOSE',
]);

/** Whether an error says no more than that the other end went away, which browsers do at any moment. */
export const saysGone = (error: Error): boolean => goneCodes.has(codeOf(error));

/** An error in a few words: its code where it has one. */
export const inWords = (error: Error): string => codeOf(error) || error.message;

const codeOf = (error: Error): string => (error as NodeJS.ErrnoException).code ?? '';
