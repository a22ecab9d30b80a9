/** What one directive says: the expression that allows, or null where it blocks. */
export interface Check {
  readonly matched: string | null;
}

/** What one policy says to a request or its response. */
export interface PolicyAnswer {
  /** The directive that is violated, or null. */
  readonly violated: string | null;
  /** Whether any directive of the policy governs the request. */
  readonly governs: boolean;
  /** The source expression that matched, or null. */
  readonly matched: string | null;
}

/** The answer of all enforced policies together. */
export interface Blocking {
  readonly blocked: boolean;
  /** The expression that matched in the last policy that governs the request, or null. */
  readonly matched: string | null;
}
