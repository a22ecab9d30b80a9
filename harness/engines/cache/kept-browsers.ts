import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { UserError } from '../../errors.ts';
import { isRunning } from '../process-number.ts';
import { compareVersions } from './request.ts';

/** SHA-256 in hexadecimal digits. */
const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** The name of a browser in the cache, which is that of its folder: its product and the version that was asked for. */
const NAME = /^[a-z]+-\d+(\.\d+)*$/;

/** What is written down of a browser in the cache, in its folder's `browser.json`. */
const manifest = z.strictObject({
  /** What it is called in a run. */
  name: z.string().regex(NAME),
  product: z.string(),
  engine: z.enum(['chromium', 'firefox', 'webkit']),
  /** As the browser itself tells it. */
  version: z.string(),
  /** Where it came from, in words: the source and its own name for it. */
  source: z.string(),
  /** The executable, or for WebKit its WebDriver server, below the folder. */
  executable: z.string(),
  /** What it needs on its command line to start at all. */
  args: z.array(z.string()),
  /** SHA-256 of the executable, in hexadecimal digits. */
  sha256: digest,
  /** What the source tells as the checksum of what was downloaded; null where it tells none. */
  integrity: z.string().nullable(),
  /** The system that it brings with it and that its executable enters; absent where it runs on this machine's own. */
  system: z
    .strictObject({
      /** What it calls itself, such as `Debian GNU/Linux 13 (trixie)`. */
      name: z.string(),
      /** Its root, below the folder. */
      root: z.string(),
      /** All that is installed in it, with the SHA-256 of each package's file in the suite's signed index. */
      packages: z.array(z.strictObject({ name: z.string(), version: z.string(), sha256: digest })),
      /** SHA-256 of each of the browser's programs and libraries, by their paths below the folder. */
      files: z.record(z.string(), digest),
    })
    .optional(),
  /** The day it was added. */
  added: z.iso.date(),
});
export type Manifest = z.infer<typeof manifest>;

/** A browser in the cache. */
export interface KeptBrowser extends Manifest {
  /** Its folder. */
  folder: string;
  /** The executable's absolute path. */
  executablePath: string;
}

const MANIFEST = 'browser.json';

/** Names the folder of the cache. */
export const CACHE_VARIABLE = 'CONNECT_SRC_BROWSER_CACHE';

/**
 * The folder of browsers that were added by version: what the environment names, else `connect-src/browsers` in the
 * user's cache, as the XDG Base Directory Specification has it.
 */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  const own = env[CACHE_VARIABLE];
  if (own) return path.resolve(own);
  const base = env.XDG_CACHE_HOME;
  // A relative path there is to be ignored, says that specification.
  const cache = base && path.isAbsolute(base) ? base : path.join(os.homedir(), '.cache');
  return path.join(cache, 'connect-src', 'browsers');
}

/**
 * A browser of the cache by its name, or null.
 * @throws {UserError} where what is written down of it cannot be read
 */
export function keptBrowser(name: string, env: NodeJS.ProcessEnv = process.env): KeptBrowser | null {
  if (!NAME.test(name)) return null;
  const folder = path.join(cacheFolder(env), name);
  return existsSync(path.join(folder, MANIFEST)) ? readKept(folder) : null;
}

/** All browsers of the cache, by product, the oldest first. */
export function keptBrowsers(env: NodeJS.ProcessEnv = process.env): KeptBrowser[] {
  const cache = cacheFolder(env);
  if (!existsSync(cache)) return [];
  return readdirSync(cache)
    .flatMap((name) => keptBrowser(name, env) ?? [])
    .sort((a, b) => a.product.localeCompare(b.product) || compareVersions(a.version, b.version));
}

function readKept(folder: string): KeptBrowser {
  const file = path.join(folder, MANIFEST);
  const read = manifest.safeParse(parsed(file));
  if (!read.success)
    throw new UserError(
      `${file}: this does not say what the browser is`,
      `Remove ${folder}, and add the browser again`,
    );
  return { ...read.data, folder, executablePath: path.join(folder, read.data.executable) };
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** The text of a browser's `browser.json`, and the file's name. */
export const manifestFile = (kept: Manifest): { name: string; text: string } => ({
  name: MANIFEST,
  text: `${JSON.stringify(manifest.parse(kept), null, 2)}\n`,
});

/**
 * An empty folder in the cache to make a browser in, beside those that are ready. Those of processes that ended before they
 * were done are removed.
 */
export function makingFolder(name: string, env: NodeJS.ProcessEnv = process.env): string {
  const cache = cacheFolder(env);
  for (const left of existsSync(cache) ? readdirSync(cache) : []) {
    const pid = /^\.making-.*-(\d+)$/.exec(left)?.[1];
    if (pid !== undefined && !isRunning(Number(pid)))
      rmSync(path.join(cache, left), { recursive: true, force: true });
  }
  const folder = path.join(cache, `.making-${name}-${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Removes a browser from the cache. */
export function removeKept({ folder }: KeptBrowser): void {
  rmSync(folder, { recursive: true, force: true });
}

/** SHA-256 of a file, in hexadecimal digits. */
export async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/**
 * What is wrong with a browser of the cache, in words; null where its executable is the one that was added, and of one with
 * a system of its own each program and library of the browser there.
 */
export async function damageOf({
  folder,
  executablePath,
  sha256: expected,
  system,
}: KeptBrowser): Promise<string | null> {
  const damage = await damageOfFile('its executable', executablePath, expected);
  if (damage !== null) return damage;
  for (const [file, digest] of Object.entries(system?.files ?? {})) {
    const found = await damageOfFile(`its ${file}`, path.join(folder, file), digest);
    if (found !== null) return found;
  }
  return null;
}

async function damageOfFile(what: string, file: string, expected: string): Promise<string | null> {
  if (!existsSync(file)) return `${what} is gone`;
  return (await sha256(file)) === expected ? null : `${what} is not the one that was added`;
}
