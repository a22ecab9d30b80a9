import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { DocumentSource, Scenario } from '../plan/scenario.ts';
import { EXPLORATION } from '../results/load-exploration.ts';
import { type Explored, planExplored } from './document.ts';
import type { Discovery, Exploration } from './explore.ts';

/** A discovery as a scenario that can be added to the corpus; its cases are declared as the specification has them. */
export function scenarioOf(discovery: Discovery): { scenarios: Scenario[] } {
  const { targets, ...document } = discovery.document;
  const [one] = planExplored([discovery.document]).cases;
  const declared: DocumentSource = {
    ...document,
    ...(one?.expected === 'allowed' ? { allows: targets } : { blocks: targets }),
  };
  return {
    scenarios: [
      {
        id: discovery.id,
        title: `${discovery.says} (${Object.keys(discovery.browsers).join(', ')})`,
        documents: [declared],
      },
    ],
  };
}

/**
 * Writes an exploration: {@link EXPLORATION}, `summary.md`, and a scenario file for each discovery, which
 * `connect-src check` runs.
 *
 * @param folder is made where it is not there
 */
export function writeExploration(found: Exploration, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const put = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
  put(EXPLORATION, `${JSON.stringify(found, null, 1)}\n`);
  put('summary.md', summary(found));
  for (const discovery of found.discoveries)
    put(`${discovery.id}.json`, `${JSON.stringify(scenarioOf(discovery), null, 2)}\n`);
}

/** What an exploration found, in Markdown. */
export function summary(found: Exploration): string {
  const rows = Object.values(found.invariants).map(
    ({ states, asked, broken, unexplained }) => `| ${states} | ${asked} | ${broken} | ${unexplained} |`,
  );
  const rates = Object.entries(found.browsers).map(
    ([name, { verdicts, seconds }]) =>
      `| ${name} | ${verdicts} | ${Math.round(verdicts / Math.max(seconds, 1))} |`,
  );
  return [
    `# Explored from seed ${found.seed}: ${found.documents} documents`,
    '| browser | verdicts | a second |\n|---|---:|---:|',
    ...rates,
    '\n| invariant | connections | broken | not explained by a deviation |\n|---|---:|---:|---:|',
    ...rows,
    `\n## New: ${found.discoveries.length}\n`,
    ...found.discoveries.map(
      (one) =>
        `- \`${one.id}\` ${one.kind}, ${Object.keys(one.browsers).join(', ')}: ${one.says}${one.again ? ` (forgotten: ${one.again})` : ''}\n\n${block(one.document)}\n`,
    ),
    `## Known causes met\n`,
    ...Object.entries(found.known).map(([cause, times]) => `- ${cause}: ${times}`),
    `\nNot seen again in a fresh browser: ${found.unstable.length}. Not shrunk: ${found.left}.\n`,
  ].join('\n');
}

const block = (document: Explored): string => `  \`\`\`json\n  ${JSON.stringify(document)}\n  \`\`\``;
