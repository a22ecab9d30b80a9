import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse as parseYaml } from 'yaml';
import type { z } from 'zod';
import { UserError } from '../errors.ts';
import { type Scenario, scenarioFile } from './scenario.ts';
import { suggest } from './suggest.ts';

type Issue = z.core.$ZodIssue;

/** Scenarios of one file, checked for shape. */
export interface ScenarioSource {
  /** As errors name it. */
  file: string;
  /** In the corpus `topic/rule`; of a file from outside its name without the ending. */
  rule: string;
  scenarios: Scenario[];
}

const corpus = new URL('../../scenarios/', import.meta.url);

/** What stands beside the topics: lists that scenarios share, and what browsers are known to do. */
const BESIDE = /^(shared|expectations)\//;

/**
 * Every file of the corpus: `scenarios/<topic>/<rule>.ts`, each with a default export of scenarios, or a scenario file in
 * JSON, as `connect-src accept` writes it.
 */
export async function readCorpus(): Promise<ScenarioSource[]> {
  const names = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll(sep, '/'))
    .filter((name) => /^[^/]+\/.+\.(ts|json)$/.test(name) && !BESIDE.test(name));
  return Promise.all(names.sort().map((name) => (name.endsWith('.ts') ? readModule(name) : readData(name))));
}

/** The rule of a file of the corpus is its topic and its name. */
function readData(name: string): ScenarioSource {
  const read = readScenarioFile(fileURLToPath(new URL(name, corpus)));
  return { ...read, file: `scenarios/${name}`, rule: name.replace(/\.json$/, '') };
}

async function readModule(name: string): Promise<ScenarioSource> {
  const module = (await import(new URL(name, corpus).href)) as { default?: unknown };
  return checked(`scenarios/${name}`, name.replace(/\.ts$/, ''), { scenarios: module.default });
}

/** In bytes: forty times the corpus. */
const LARGEST = 20_000_000;

const tooLarge = (path: string): UserError =>
  new UserError(`${path}: is larger than ${LARGEST / 1e6} MB`, 'Split the scenarios over several files.');

/** A scenario file from outside the project: JSON or YAML. Errors name the file, the id, the problem and the fix. */
export function readScenarioFile(path: string): ScenarioSource {
  let text: string;
  try {
    if (statSync(path).size > LARGEST) throw tooLarge(path);
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof UserError) throw error;
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
      'Correct the syntax: a scenario file is JSON, or YAML when its name says so.',
    );
  }
  return checked(path, basename(path, extname(path)), data);
}

function checked(file: string, rule: string, data: unknown): ScenarioSource {
  const result = scenarioFile.safeParse(data);
  if (!result.success)
    throw new UserError(
      result.error.issues
        .flatMap(unfold)
        .map((issue) => `${file}: ${explainIssue(issue, data)}`)
        .join('\n'),
    );
  return { file, rule, scenarios: result.data.scenarios };
}

/** One problem of a file in words: where, what, and what would be right. */
function explainIssue(issue: Issue, data: unknown): string {
  const [first, index, ...rest] = issue.path;
  const id = first === 'scenarios' && typeof index === 'number' ? idOf(data, index) : undefined;
  const where = id
    ? `scenario "${id}"${rest.length > 0 ? `, ${pathText(rest)}` : ''}`
    : pathText(issue.path) || 'the file';
  if (issue.code === 'unrecognized_keys') {
    const fixes = issue.keys.map((key) => `  ${suggest(key, keysAt(scenarioFile, issue.path))}`);
    return `${where}: unknown key ${issue.keys.map((key) => `"${key}"`).join(', ')}\n${[...new Set(fixes)].join('\n')}`;
  }
  if (valueAt(data, issue.path) === undefined) return `${where}: it is missing\n  Add it.`;
  return `${where}: ${issue.message}\n  npx connect-src schema scenarios says what may stand there.`;
}

/**
 * What is wrong with a value that may be of several kinds, such as a target: a URL, or a URL and more. Of the kind that
 * was written, its own problems are said; where it is of none, all kinds are.
 */
function unfold(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const meant = issue.errors.find((problems) => !problems.some(isOfAnotherKind));
  if (meant !== undefined)
    return meant.flatMap((inner) => unfold({ ...inner, path: [...issue.path, ...inner.path] } as Issue));
  const kinds = issue.errors.flat().flatMap((one) => ('expected' in one ? [one.expected] : []));
  return kinds.length === 0 ? [issue] : [{ ...issue, message: `expected ${kinds.join(' or ')}` }];
}

const isOfAnotherKind = ({ code, path }: Issue): boolean => code === 'invalid_type' && path.length === 0;

const idOf = (data: unknown, index: number): string | undefined => {
  const found = valueAt(data, ['scenarios', index, 'id']);
  return typeof found === 'string' ? found : `number ${index + 1}`;
};

const valueAt = (data: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], data);

const pathText = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part + 1}]` : String(part)))
    .join('.')
    .replaceAll('.[', ' [');

/** The keys that the object at this path may have. */
function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'optional') return keysAt(def.innerType, path);
  if (def.type === 'union') return def.options.flatMap((option) => keysAt(option, path));
  const [first, ...rest] = path;
  if (def.type === 'array') return first === undefined ? [] : keysAt(def.element, rest);
  if (def.type !== 'object') return [];
  if (first === undefined) return Object.keys(def.shape);
  const next = def.shape[String(first)];
  return next === undefined ? [] : keysAt(next, rest);
}
