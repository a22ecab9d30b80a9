import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parse as parseYaml } from 'yaml';
import type { z } from 'zod';
import { UserError } from '../errors.ts';
import { type Scenario, scenario, scenarioFile } from './scenario.ts';

/** Scenarios of one file, checked for shape. */
export interface ScenarioSource {
  /** As errors name it. */
  file: string;
  /** The file's name without its ending. */
  rule: string;
  scenarios: Scenario[];
}

const corpus = new URL('../../scenarios/', import.meta.url);

/** Every file of the corpus: `scenarios/*.ts`, each with a default export of scenarios. */
export async function readCorpus(): Promise<ScenarioSource[]> {
  const names = readdirSync(corpus).filter((name) => name.endsWith('.ts'));
  return Promise.all(
    names.sort().map((name) => readModule(fileURLToPath(new URL(name, corpus)), `scenarios/${name}`)),
  );
}

async function readModule(path: string, file: string): Promise<ScenarioSource> {
  const module = (await import(pathToFileURL(path).href)) as { default?: unknown };
  return checked(file, { scenarios: module.default });
}

/** A scenario file from outside the project: JSON or YAML. Errors name the file, the id, the problem and the fix. */
export function readScenarioFile(path: string): ScenarioSource {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new UserError(
      `${path}: cannot be read (${(error as NodeJS.ErrnoException).code})`,
      'Give the path of a scenario file.',
    );
  }
  let data: unknown;
  try {
    data = /\.ya?ml$/.test(path) ? parseYaml(text) : JSON.parse(text);
  } catch (error) {
    throw new UserError(
      `${path}: ${(error as Error).message}`,
      'Mend the syntax: a scenario file is JSON, or YAML when its name says so.',
    );
  }
  return checked(path, data);
}

function checked(file: string, data: unknown): ScenarioSource {
  const result = scenarioFile.safeParse(data);
  if (!result.success)
    throw new UserError(
      result.error.issues.map((issue) => `${file}: ${explainIssue(issue, data)}`).join('\n'),
    );
  return { file, rule: basename(file, extname(file)), scenarios: result.data.scenarios };
}

/** One problem of a file in words: where, what, and what would be right. */
function explainIssue(issue: z.core.$ZodIssue, data: unknown): string {
  const [first, index, ...rest] = issue.path;
  const id = first === 'scenarios' && typeof index === 'number' ? idOf(data, index) : undefined;
  const where = id
    ? `scenario "${id}"${rest.length > 0 ? `, ${pathText(rest)}` : ''}`
    : pathText(issue.path) || 'the file';
  if (issue.code === 'unrecognized_keys')
    return `${where}: unknown key ${issue.keys.map((key) => `"${key}"`).join(', ')}\n  ${suggest(issue.keys[0] ?? '', rest)}`;
  return `${where}: ${issue.message}`;
}

const idOf = (data: unknown, index: number): string | undefined => {
  const found = (data as { scenarios?: Array<{ id?: unknown } | null> } | null)?.scenarios?.[index]?.id;
  return typeof found === 'string' ? found : `number ${index + 1}`;
};

const pathText = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part + 1}]` : String(part)))
    .join('.')
    .replaceAll('.[', ' [');

/** The keys that may stand there, the nearest first. */
function suggest(key: string, path: readonly PropertyKey[]): string {
  const shape = path.includes('documents') ? scenario.shape.documents.element.shape : scenario.shape;
  const known = Object.keys(shape);
  const near = known.find((one) => distance(one.toLowerCase(), key.toLowerCase()) <= 2);
  return near ? `Did you mean "${near}"?` : `Known keys are: ${known.join(', ')}.`;
}

/** Levenshtein distance, for words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
