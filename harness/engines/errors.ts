/** What went wrong between the harness and a browser. */
export type EngineErrorKind =
  /** The browser, its driver or the page went away. */
  | 'crash'
  /** The browser did not answer within the protocol's limit. */
  | 'timeout'
  /** The browser answered with an error of its own. */
  | 'protocol'
  /** The evaluated expression threw, or its promise rejected. */
  | 'script'
  /** The browser or its driver is not there. */
  | 'missing';

/** A failure of the rig, never a statement about the policy under test. */
export class EngineError extends Error {
  readonly kind: EngineErrorKind;

  constructor(kind: EngineErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EngineError';
    this.kind = kind;
  }
}
