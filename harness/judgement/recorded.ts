import type { Recorded } from './judge.ts';
import {
  DeviationIndex,
  hasDeviations,
  type KnownDeviation,
  readDeviations,
  readDisputes,
  SignatureIndex,
} from './known-deviations.ts';
import type { Results } from './results.ts';

/** What the repository has recorded of a browser, read once for all the scenarios of a worker. */
export interface RecordedFiles extends Recorded {
  /** The project it is about. */
  browser: string;
  known: readonly KnownDeviation[];
  disputeRecords: Results['disputes'];
}

/**
 * Reads the known deviations of a browser, and the disputes. A browser without deviations of its own (a branded build,
 * Safari) is explained by those of its engine.
 *
 * @param outside whether the scenarios are not the corpus', so that no entry can name their cases
 * @throws UserError when a file is not what it should be
 */
export function readRecorded(
  { name, engine }: { name: string; engine: string },
  outside: boolean,
): RecordedFiles {
  const own = hasDeviations(name);
  const known = readDeviations(own ? name : engine);
  const disputeRecords = readDisputes();
  return {
    browser: name,
    known,
    disputeRecords,
    deviations: outside ? new SignatureIndex(known) : new DeviationIndex(known, own),
    disputes: new Set(disputeRecords.map(({ id }) => id)),
  };
}
