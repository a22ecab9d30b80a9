import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Mutant, mutants } from './mutants.ts';

// Breaks the oracle in one place at a time, and runs the tables against it: every mutant must be noticed.
// Start it with: npx tsx tests/spec/mutation/run.ts

const root = join(import.meta.dirname, '../../..');

/** Copies what the tables need to a directory of its own. */
async function copyProject(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'mutation-'));
  for (const room of ['harness/spec', 'harness/connection-allowlist'])
    await cp(join(root, room), join(copy, room), { recursive: true });
  await cp(join(root, 'tests/spec'), join(copy, 'tests/spec'), { recursive: true });
  await cp(join(root, 'package.json'), join(copy, 'package.json'));
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

/** Runs the tables in a copy; gives the first statement that does not hold, or null. */
function runTables(copy: string): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const table = spawn(process.execPath, ['--import', 'tsx', 'tests/spec/mutation/run-tables.ts'], {
      cwd: copy,
    });
    let said = '';
    table.stderr.on('data', (text) => {
      said += text;
    });
    table.on('error', reject);
    table.on('close', (code) => resolve(code === 0 ? null : (said.trim().split('\n').at(-1) ?? '')));
  });
}

/** The text of the file a mutant breaks, whole and broken. */
async function textsOf(
  project: string,
  { file, find, replace }: Mutant,
): Promise<{ whole: string; broken: string }> {
  const whole = await readFile(join(project, 'harness/spec', file), 'utf8');
  const [head, tail, ...more] = whole.split(find);
  if (head === undefined || tail === undefined || more.length > 0) {
    throw new Error(`${file}: ${JSON.stringify(find)} must occur once; bring the mutant up to date`);
  }
  return { whole, broken: head + replace + tail };
}

/** Tries one mutant in a copy, which is as before afterwards. */
async function tryMutant(copy: string, mutant: Mutant): Promise<boolean> {
  const { breaks, file } = mutant;
  const path = join(copy, 'harness/spec', file);
  const { whole, broken } = await textsOf(copy, mutant);
  await writeFile(path, broken);
  const noticed = await runTables(copy);
  await writeFile(path, whole);
  process.stdout.write(
    `${noticed === null ? 'SURVIVED' : 'noticed'}  ${file}: ${breaks}${noticed ? `  (${noticed})` : ''}\n`,
  );
  return noticed !== null;
}

await Promise.all(mutants.map((mutant) => textsOf(root, mutant)));
const left = [...mutants];
let survivors = 0;

async function work(): Promise<void> {
  const copy = await copyProject();
  try {
    const unmet = await runTables(copy);
    if (unmet !== null) throw new Error(`the tables do not hold as they are: ${unmet}`);
    for (let mutant = left.shift(); mutant !== undefined; mutant = left.shift()) {
      if (!(await tryMutant(copy, mutant))) survivors += 1;
    }
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
process.stdout.write(`${mutants.length - survivors} of ${mutants.length} mutants noticed\n`);
process.exitCode = survivors === 0 ? 0 : 1;
