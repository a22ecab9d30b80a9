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

/** A mistake the person at the keyboard can mend: which thing, what is wrong with it, and what to do. */
export class UserError extends Error {
  readonly what: string;
  readonly fix: string;

  /**
   * @param subject the thing that is wrong, as the user typed it, such as `CONNECT_SRC_BROWSERS`
   * @param what what is wrong with it, and why
   * @param fix what to type or change instead
   */
  constructor(subject: string, what: string, fix: string) {
    super(`${subject}: ${what}\n  ${fix}`);
    this.name = 'UserError';
    this.what = what;
    this.fix = fix;
  }
}
