import type { Answer } from '../contexts/context.ts';
import type { ObservedReport } from './observed-reports.ts';
import type { TimingEntry } from './resource-timing.ts';

/** One connection the agent is to open. */
export interface PageConnection {
  case: string;
  mechanism: string;
  /** With the case's parameters; `blob:` stands for an object URL the agent makes. */
  url: string;
  options: Record<string, unknown>;
}

/** What a document is told to do; carried in its markup, or handed to a worker. */
export interface PagePlan {
  document: string;
  /** The context the document is to create; null in the global that opens the connections. */
  create: { context: string; own: string; markup: string } | null;
  /** URL of the agent on the document's origin. */
  agent: string;
  connections: PageConnection[];
  /** Ask each mechanism whether the browser has it, before opening it (only without a policy). */
  detect: boolean;
  /** Hear the reports that a `ReportingObserver` is given. */
  observeReports: boolean;
  /** Announce yourself, and open nothing before the plan comes once more: the creator has something to do first. */
  held: boolean;
  /** A service worker answers the fetches of other globals so. */
  answer?: Answer;
}

/** What the agent says, as it happens; `time` is in milliseconds since the epoch. */
export type Message = { document: string; time: number } & (
  | { kind: 'called' | 'settled'; case: string }
  | { kind: 'missing' | 'unavailable'; case: string; reason: string }
  | {
      kind: 'step';
      case: string;
      step: 'return' | 'throw' | 'resolve' | 'reject' | 'event';
      name: string;
      shape: string;
      detail?: Record<string, unknown>;
    }
  | { kind: 'violation'; target: string; fields: Record<string, string | number | boolean | null> }
  | { kind: 'timings'; entries: TimingEntry[] }
  | { kind: 'observes' }
  | { kind: 'observed'; report: ObservedReport }
  | { kind: 'failed'; reason: string }
);

/** The id of the element that carries the plan. */
export const PLAN_ID = 'connect-src-plan';

/** The property under which messages cross between globals. */
export const CHANNEL = 'connectSrc';

/** The property of the message by which a held child announces itself. */
export const READY = 'connectSrcReady';
