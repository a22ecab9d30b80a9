import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { UserError } from '../../errors.ts';
import { compareVersions } from './request.ts';

/** What is written down of a browser in the cache, in its folder's `browser.json`. */
const manifest = z.strictObject({
  /** What it is called in a run: its product and the version that was asked for. */
  name: z.string().regex(/^[a-z]+-\d+(\.\d+)*$/),
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
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** What the source tells as the checksum of what was downloaded; null where it tells none. */
  integrity: z.string().nullable(),
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
  if (!/^[a-z]+-\d+(\.\d+)*$/.test(name)) return null;
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

/** An empty folder in the cache to make a browser in, beside those that are ready. */
export function makingFolder(name: string, env: NodeJS.ProcessEnv = process.env): string {
  const folder = path.join(cacheFolder(env), `.making-${name}-${process.pid}`);
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

/** What is wrong with a browser of the cache, in words; null where its executable is the one that was added. */
export async function damageOf({ executablePath, sha256: expected }: KeptBrowser): Promise<string | null> {
  if (!existsSync(executablePath)) return 'its executable is gone';
  return (await sha256(executablePath)) === expected ? null : 'its executable is not the one that was added';
}
