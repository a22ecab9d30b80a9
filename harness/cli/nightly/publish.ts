import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Changes } from '../../compare/changes.ts';
import type { History } from '../../compare/history.ts';
import { addRun } from '../../compare/history-directory.ts';
import type { RunRecord } from '../../compare/run-record.ts';
import type { ExplorationRecord } from '../../results/exploration-schema.ts';
import { layOutJson } from '../../results/lay-out-json.ts';
import { EXPLORATION } from '../../results/load-exploration.ts';
import type { Results } from '../../results/schema.ts';
import { writeFileWhole } from '../../results/write-file-whole.ts';
import { writeResults } from '../../results/write-results.ts';
import { replaceDirectory } from './replace-directory.ts';

/** All that one night leaves behind. */
export interface Publication {
  history: string;
  report: string;
  results: Results;
  record: RunRecord;
  changes: Changes | null;
  exploration: ExplorationRecord | null;
  words: readonly string[];
  past: History;
  writeReport(
    results: Results,
    directory: string,
    extras: { changes?: Changes; history?: History; exploration?: ExplorationRecord },
  ): Promise<void>;
}

/**
 * Writes report and history, each to the side, and puts them in place only when both are whole.
 * The report goes first: were the history first and the report failed, a change would be kept and never shown.
 */
export async function publish(publication: Publication): Promise<void> {
  await replaceDirectory(publication.history, async (history) => {
    await cp(publication.history, history, { recursive: true, force: true }).catch(ignoreMissing);
    await addRun(history, publication.record, publication.results);
    await replaceDirectory(publication.report, (report) => writeSite(publication, report, history));
  });
}

/** The report, with what changed and the history beside it, so that one directory is all there is to publish. */
async function writeSite(
  { results, record, changes, exploration, words, past, writeReport }: Publication,
  site: string,
  history: string,
) {
  await mkdir(site, { recursive: true });
  await writeResults(results, site);
  const extras = {
    ...(changes === null ? {} : { changes }),
    ...(exploration === null ? {} : { exploration }),
    history: { runs: [...past.runs, record] },
  };
  await writeReport(results, site, extras);
  if (exploration !== null) await writeFileWhole(path.join(site, EXPLORATION), layOutJson(exploration));
  await writeFileWhole(path.join(site, 'changes.json'), layOutJson(changes));
  await writeFileWhole(path.join(site, 'changes.md'), `${words.join('\n')}\n`);
  await cp(path.join(history, 'runs'), path.join(site, 'history', 'runs'), { recursive: true });
  await cp(path.join(history, 'index.json'), path.join(site, 'history', 'index.json'));
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
