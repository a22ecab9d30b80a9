import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Changes } from '../compare/changes.ts';
import type { History } from '../compare/history.ts';
import type { ExplorationRecord } from '../results/exploration-schema.ts';
import { writeManifest } from '../results/our-folder.ts';
import type { Results } from '../results/schema.ts';
import { writeAssets } from './assets.ts';
import { findDeviations } from './findings.ts';
import { groupings } from './groups.ts';
import { askPage } from './pages/ask.ts';
import { changesPage } from './pages/changes.ts';
import { claimsPage } from './pages/claims.ts';
import { coveragePage } from './pages/coverage.ts';
import { deviationsPage } from './pages/deviations.ts';
import { EXPLORED, exploredPage } from './pages/explored.ts';
import { historyPage } from './pages/history.ts';
import { matrixPage } from './pages/matrix.ts';
import { overviewPage } from './pages/overview.ts';
import { scenarioPage } from './pages/scenario.ts';
import { versionsPage } from './pages/versions.ts';
import { indexResults } from './report.ts';
import { scenarioFile } from './scenario-link.ts';

/** What a report can show beside the results of its run. */
export interface ReportExtras {
  /** What is not the same as in the run before. */
  readonly changes?: Changes;
  /** Past runs, this one included. */
  readonly history?: History;
  /** What was explored beside the run. */
  readonly exploration?: ExplorationRecord;
}

/**
 * Writes the HTML report of `results` into `directory`, beside its `results.json`, which stays the caller's.
 * Everything is written to the side first and then moved into place, `index.html` last: when anything fails on the
 * way, the report that was there before stays whole.
 */
export async function writeReport(
  results: Results,
  directory: string,
  extras: ReportExtras = {},
): Promise<void> {
  await mkdir(directory, { recursive: true });
  const side = await mkdtemp(join(directory, '.report-'));
  try {
    await mkdir(join(side, 'scenario'));
    for (const [file, render] of pagesOf(results, extras)) await writeFile(join(side, file), render());
    await writeAssets(side);
    writeManifest(side);
    await putInPlace(side, directory, 'index.html');
  } finally {
    await rm(side, { recursive: true, force: true });
  }
}

/** Every page of the report by its file name; each is made when it is asked for, so that one at a time is in memory. */
export function* pagesOf(
  results: Results,
  { changes, history, exploration }: ReportExtras = {},
): Generator<readonly [file: string, render: () => string]> {
  const report = indexResults(results);
  const findings = findDeviations(report);
  for (const one of report.scenarios) yield [scenarioFile(one.scenario.id), () => scenarioPage(report, one)];
  for (const { by, file } of groupings) yield [file, () => matrixPage(report, by, findings)];
  yield ['deviations.html', () => deviationsPage(report, findings)];
  yield ['versions.html', () => versionsPage(report, findings)];
  yield ['claims.html', () => claimsPage(report)];
  yield ['coverage.html', () => coveragePage(report)];
  yield ['changes.html', () => changesPage(report, changes ?? null)];
  yield ['history.html', () => historyPage(report, history ?? null)];
  if (exploration) yield [EXPLORED, () => exploredPage(report, exploration)];
  yield ['ask.html', () => askPage(report)];
  yield ['index.html', () => overviewPage(report, findings, exploration ?? null)];
}

/**
 * Moves what `side` holds into `directory`, replacing what has the same name and leaving the rest.
 * `last` is moved after everything it links to.
 */
async function putInPlace(side: string, directory: string, last: string): Promise<void> {
  const names = (await readdir(side)).filter((name) => name !== last);
  for (const name of [...names, last]) {
    const place = join(directory, name);
    const replaced = join(side, `.replaced-${name}`);
    // A directory cannot be renamed over one that is not empty: the old one steps aside first.
    await rename(place, replaced).catch(ignoreAbsent);
    await rename(join(side, name), place);
    await rm(replaced, { recursive: true, force: true });
  }
}

function ignoreAbsent(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
