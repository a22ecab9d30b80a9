import type { Results } from '../results/schema.ts';
import { causeOf, type DeviationCause, type Difference, readCauses } from './causes.ts';
import {
  DeviationIndex,
  type Deviations,
  hasDeviations,
  type KnownDeviation,
  readDeviations,
  readDeviationsFile,
  readDisputes,
  SignatureIndex,
} from './known-deviations.ts';
import { reproductionsOf } from './reproductions-file.ts';
import { readTimelineOf, spansOf, type TimelineFile } from './timeline-file.ts';

/** What recorded deviations and disputes a run is judged by. */
export interface Recorded {
  deviations: Deviations;
  disputes: ReadonlySet<string>;
  /** The recorded deviation whose cause explains a difference that is not recorded of its case; absent: none is asked. */
  explain?: (difference: Omit<Difference, 'browser'>) => string | null;
}

/** The browser that a record was measured with. */
export interface Measured {
  engine: string;
  version: string;
  drivenBy: string;
}

/** What the repository has recorded of a browser, read once for all the scenarios of a worker. */
export interface RecordedFiles extends Recorded {
  /** The project it is about. */
  browser: string;
  known: readonly KnownDeviation[];
  /** What they were measured with; null where nothing is recorded of the engine. */
  measured: Measured | null;
  /** Those of the engine. */
  causes: readonly DeviationCause[];
  disputeRecords: Results['disputes'];
  /** What was measured of other versions; null where nothing was. */
  timeline: TimelineFile | null;
}

/**
 * Reads the known deviations of a browser, and the disputes. A browser without deviations of its own (a branded build,
 * Safari, another version under a name of its own) is explained by those of its engine; see {@link comparedWith}.
 *
 * @param outside whether the scenarios are not the corpus', so that no entry can name their cases
 * @throws UserError when a file is not what it should be
 */
export function readRecorded(
  { name, engine }: { name: string; engine: string },
  outside: boolean,
): RecordedFiles {
  const own = hasDeviations(name);
  const subject = own ? name : engine;
  const timeline = readTimelineOf(subject);
  const spans = spansOf(timeline);
  const reproductions = reproductionsOf(subject);
  const known = readDeviations(subject).map((one) => {
    const seen = spans.get(one.id);
    const reproduction = reproductions.get(one.id);
    return { ...one, ...(seen && { seen }), ...(reproduction && { reproduction }) };
  });
  const disputeRecords = readDisputes();
  return {
    browser: name,
    known,
    measured: hasDeviations(subject) ? measuredWith(readDeviationsFile(subject).measuredWith) : null,
    causes: readCauses().filter(({ since }) => since[subject]),
    disputeRecords,
    timeline,
    deviations: outside ? new SignatureIndex(known) : new DeviationIndex(known, own),
    disputes: new Set(disputeRecords.map(({ id }) => id)),
  };
}

/** Reads `chromium 156.0.8078.79, Playwright 1.64.1 (CDP)`; null where it does not say so much. */
export function measuredWith(text: string): Measured | null {
  const [, engine, version, drivenBy] = /^(\S+) (\d\S*), (.+)$/.exec(text) ?? [];
  return engine && version && drivenBy ? { engine, version, drivenBy } : null;
}

/**
 * What is recorded, as it holds for the version at hand. The very version that was measured has to show just what is
 * recorded of each case. In another one a difference is also known where a recorded cause explains it: a case whose
 * enforcement changed shows what its neighbours show. What a later version shows no more is fixed; an earlier one may not
 * have had it yet. Versions of WebKit's ports are compared with those of the same port only.
 *
 * What leaves, or is kept back, is never explained by its cause alone: that has to be recorded of the case.
 */
export function comparedWith(recorded: RecordedFiles, browser: Measured): RecordedFiles {
  const { measured, deviations, causes, known } = recorded;
  if (measured === null || !samePort(measured, browser) || measured.version === browser.version)
    return recorded;
  const later = browser.version.localeCompare(measured.version, 'en', { numeric: true }) > 0;
  const ids = new Set(known.map(({ id }) => id));
  return {
    ...recorded,
    deviations: deviations.bySignature
      ? deviations
      : { mustShow: later, of: (caseId) => deviations.of(caseId) },
    explain: (difference) => {
      if (difference.facet === 'enforcement') return null;
      const found = causeOf(causes, { ...difference, browser: browser.engine });
      return found && ids.has(found.id) ? found.id : null;
    },
  };
}

/** Whether two browsers count their versions alike. */
export const samePort = (a: Measured, b: Measured): boolean =>
  a.engine === b.engine && (a.engine !== 'webkit' || portOf(a) === portOf(b));

/** WebKit's ports count their versions each in its own way; what drives them tells them apart. */
const portOf = ({ drivenBy }: Measured): string => drivenBy.split(' ')[0] ?? '';
