import type { LedgerEntry } from '../../servers/index.ts';
import type { ObservedReport } from '../page/observed-reports.ts';
import type { Message } from '../page/plan.ts';
import type { Opened } from '../plan/question.ts';

export type { ObservedReport };

export type StepMessage = Extract<Message, { kind: 'step' }>;
export type ViolationMessage = Extract<Message, { kind: 'violation' }>;

/** What the open control did. */
export interface ControlEvidence {
  /** What the browser lacks, where it says so itself. */
  missing: string | null;
  /** It reached its server, or, where script is the witness, was given its response. */
  worked: boolean;
  /** In words. */
  summary: string;
}

/** All that was seen of one case. Times are in milliseconds since the epoch. */
export interface Evidence {
  /** Which document it was opened in, and under which marks. */
  opened: Opened;
  calledAt: number | null;
  /** Script outcome, in order. */
  steps: StepMessage[];
  /** The API refused to work in this global at all. */
  unavailable: string | null;
  /** The document or its context could not be made. */
  failed: string | null;
  /** Script will learn no more; until then, silence says nothing. */
  settled: boolean;
  network: LedgerEntry[];
  violations: ViolationMessage[];
  reports: LedgerEntry[];
  /** What a `ReportingObserver` was given; null where the browser has none, or none was asked. */
  observedReports: ObservedReport[] | null;
  /** Which fields of its Resource Timing entry say something; null where it has none. */
  timing: string[] | null;
  console: string[] | null;
  open: ControlEvidence;
  /** What the closed control was told, in words. */
  closed: string;
}

/** The outcome in one line: the shapes of its steps, in order. */
export const shapeOf = (steps: readonly StepMessage[]): string =>
  steps.map(({ shape }) => shape).join('; ') || 'nothing';

/** Script was told that the connection failed. */
export const sawFailure = (steps: readonly StepMessage[]): boolean =>
  steps.some(
    ({ step, name }) =>
      step === 'throw' || step === 'reject' || (step === 'event' && name.startsWith('error')),
  );

/** Script was given the response, or an open connection. */
export const sawSuccess = (steps: readonly StepMessage[]): boolean =>
  !sawFailure(steps) &&
  steps.some(
    ({ step, name }) =>
      step === 'resolve' ||
      (step === 'event' && /^(load\b|open\b)/.test(name)) ||
      (step === 'return' && name.startsWith('status')),
  );

/** The browser stopped waiting for an answer: that says nothing of a policy. */
export const gaveUp = (steps: readonly StepMessage[]): boolean =>
  steps.some(({ shape }) => shape.endsWith(' TimeoutError'));
