import type { Answer } from '../catalogue/context.ts';
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

/** The URLs of documents to be shown in between: they lead back. */
export interface Away {
  /** Before the connections are opened. */
  before: string;
  /** When they are opened: it has their redirects answered, and leads back then; null to stay. */
  after: string | null;
}

/** What a document is told to do; carried in its markup, or handed to a worker. */
export interface PagePlan {
  document: string;
  /** What every message of the document carries, so that no other document can speak for it. */
  key: string;
  /** The context the document is to create; null in the global that opens the connections. */
  create: { context: string; own: string; required: string | null; worker: string; markup: string } | null;
  /** URL of the agent on the document's origin. */
  agent: string;
  connections: PageConnection[];
  /** Ask each mechanism whether the browser has it, before opening it (only without a policy). */
  detect: boolean;
  /** Hear the reports that a `ReportingObserver` is given. */
  observeReports: boolean;
  /** Go once the connections are opened. */
  leaves: boolean;
  /** Where to go to be come back to out of the back/forward cache; null to open the connections at once. */
  away: Away | null;
  /** The method of elements without which its metas are not where they are to be; null for none. */
  needs: string | null;
  /** Announce yourself, and open nothing before the plan comes once more: the creator has something to do first. */
  held: boolean;
}

/**
 * What a service worker that answers for a page has to know. It stands in the worker's script: so the worker knows it
 * before its first event, and again when the browser has stopped it and started it anew.
 */
export interface AnsweringPlan {
  document: string;
  key: string;
  /** How it answers the fetches of its clients. */
  answer: Answer;
  /** URL of the document that registers it, which it tells what it sees. */
  creator: string;
  /** Its own policies are the scenario's: it tells of violations, timings and, where asked, observed reports too. */
  hears: { reports: boolean } | null;
}

/** What the agent says, as it happens. */
export type Said =
  /** The connection is about to be opened; script will learn no more of it; a service worker was given its request. */
  | { kind: 'called' | 'settled' | 'handled'; case: string }
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
  /** The document is being left: what it has not told yet, it never will. */
  | { kind: 'unloaded' };

/** Who says it, and when: `time` is in milliseconds since the epoch, with a fraction. */
export interface Envelope {
  document: string;
  key: string;
  time: number;
}

/** What goes up from one global to the next. */
export type Message = Envelope & Said;

/** Takes a message on its way to the top-level page that the engine reads. */
export type Up = (message: Message) => void;

/** Says something on behalf of one document. */
export type Tell = (said: Said) => void;

/**
 * Puts document, key and time to what is said. The one clock of the agent: the same in every global of a browser, and
 * comparable with the ledger's.
 */
export const teller =
  ({ document, key }: Pick<Envelope, 'document' | 'key'>, up: Up): Tell =>
  (said) =>
    up({ ...said, document, key, time: performance.timeOrigin + performance.now() });

/** The id of the element that carries the plan. */
export const PLAN_ID = 'connect-src-plan';

/** The property under which messages cross between globals. */
export const CHANNEL = 'connectSrc';

/** The property of the message by which a held child announces itself. */
export const READY = 'connectSrcReady';

/**
 * The property of a global that holds the text of the agent's own script, for a worker that cannot load it: under
 * `script-src 'self'` a `data:` worker, whose origin is opaque, may import nothing.
 */
export const SOURCE = 'connectSrcSource';

/** The property of a service worker's global that holds its {@link AnsweringPlan}. */
export const ANSWERING = 'connectSrcAnswering';
