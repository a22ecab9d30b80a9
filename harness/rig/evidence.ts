import type { Failure, LedgerEntry } from '../../servers/index.ts';
import type { ObservedReport } from '../agent/observed-reports.ts';
import type { Message } from '../agent/protocol.ts';
import type { Opened } from '../plan/question.ts';

export type { ObservedReport };

export type StepMessage = Extract<Message, { kind: 'step' }>;
export type ViolationMessage = Extract<Message, { kind: 'violation' }>;

/** What belongs to one connection of what globals told and what reports were sent. Times are in milliseconds since the epoch. */
export interface Share {
  calledAt: number | null;
  /** What the browser lacks: where it says so itself, which open controls are asked, or where a probe of the rig shows it. */
  missing: string | null;
  /** The API refused to work in this global at all. */
  unavailable: string | null;
  /** The document or its context could not be made. */
  failed: string | null;
  /** A message in the document's name was not the document's, or is none of the protocol's: how, in words. */
  refused: string | null;
  /** The blocked URL of an event or a report of its document that names none of the document's connections; null where each does. */
  nameless: string | null;
  /** The document was left; what it had not told by then, it never did. */
  unloaded: boolean;
  /** A service worker that answers for the global was given the request. */
  handled: boolean;
  /** Script will learn no more; until then, silence says nothing. */
  settled: boolean;
  /** Script outcome, in order. */
  steps: StepMessage[];
  violations: ViolationMessage[];
  reports: LedgerEntry[];
  /** What a `ReportingObserver` was given; null where the browser has none, or none was asked. */
  observedReports: ObservedReport[] | null;
  /** Which fields of its Resource Timing entry say something; null where it has none. */
  timing: string[] | null;
}

/** What the open control did. */
export interface OpenControl {
  /** What the browser lacks, where it says so itself. */
  missing: string | null;
  /** Why its document could not run. */
  failed: string | null;
  /** It reached its server, or, where script is the witness, was given its response. */
  worked: boolean;
  /** It reached its server. */
  arrived: boolean;
  /** A service worker had to be given its request, and was not. */
  unhandled: boolean;
  /** Its service worker was given the request of another control: it works, and the browser asks it for no such request. */
  handlesOthers: boolean;
  /** What script saw: the shapes of its steps. */
  shape: string;
}

/** What the closed control was told of its block. */
export interface ClosedControl {
  /** Why its document could not run. */
  failed: string | null;
  /** How many violation events were fired. */
  violations: number;
  shape: string;
}

/** All that was seen of one case. */
export interface Evidence extends Share {
  /** Which document it was opened in, and under which marks. */
  opened: Opened;
  /** Of a document that was never heard of, the responses that the browser never asked for; empty of others. */
  unasked: string[];
  network: LedgerEntry[];
  /** What failed on our side in this run and may be why the case did not arrive. */
  failures: Failure[];
  console: string[] | null;
  /** Null where it was not run. */
  open: OpenControl | null;
  closed: ClosedControl | null;
  /** The control of its report sent none either: a report that is not there says nothing. */
  reportControlSilent: boolean;
  /** What a second look that was needed said otherwise, or that there was none; absent where it said the same, or was not needed. */
  contradicted?: string;
}

/** The share of a connection that nothing was heard of. */
export const emptyShare = (): Share => ({
  calledAt: null,
  missing: null,
  unavailable: null,
  failed: null,
  refused: null,
  nameless: null,
  unloaded: false,
  handled: false,
  settled: false,
  steps: [],
  violations: [],
  reports: [],
  observedReports: null,
  timing: null,
});

/** The evidence of a case of which nothing was seen at all. */
export const emptyEvidence = (opened: Opened): Evidence => ({
  ...emptyShare(),
  opened,
  unasked: [],
  network: [],
  failures: [],
  console: null,
  open: null,
  closed: null,
  reportControlSilent: false,
});

/** The outcome in one line: the shapes of its steps, in order. */
export const shapeOf = (steps: readonly StepMessage[]): string =>
  steps.map(({ shape }) => shape).join('; ') || 'nothing';

/** Script was told that the connection failed. */
export const sawFailure = (steps: readonly StepMessage[]): boolean =>
  steps.some(
    ({ step, name }) =>
      step === 'throw' ||
      step === 'reject' ||
      (step === 'event' && /^error|connectionstatechange failed$/.test(name)),
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
