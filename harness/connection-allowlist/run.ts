import type { AllowlistAnchor } from './draft.ts';

/** The points that the draft leaves open, and an open issue of it discusses. */
export const allowlistDisputeIds = ['allowlist-websocket-schemes'] as const;

/** The name of a point that the draft leaves open. */
export type AllowlistDisputeId = (typeof allowlistDisputeIds)[number];

/** What one run of the algorithms writes its steps down in, and asks which reading it follows. */
export interface Run {
  step(anchor: AllowlistAnchor, what: string, operands: string | null, outcome: string): void;
  under<T>(id: AllowlistDisputeId, text: T, shared: T): T;
}
