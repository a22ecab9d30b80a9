import { createHash } from 'node:crypto';
import {
  accessSync,
  appendFileSync,
  constants,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isRunning, startOf } from './process-number.ts';

/**
 * Where this process and its browsers keep what is temporary: profiles, sockets, keys of displays. Only this user can
 * enter it (mode 0700), and it is removed when this process exits. A process that is killed cannot do that; the next
 * one on this machine does it in its place, for the folder's name says whose it was.
 */
let own: string | null = null;

/** The longest path that every system takes for a socket, in bytes: macOS has room for no more. */
export const LONGEST_SOCKET_PATH = 103;

/** The longest name of a socket in it: Chromium makes one, and does not start where its path is too long. */
const LONGEST_SOCKET = 'org.chromium.Chromium.XXXXXX/SingletonSocket';

/** Where it is instead when the path of the temporary folder leaves no room for sockets. */
const SHORT = '/tmp';

/** `connect-src-<machine>-<process id>-<start of that process>-<random>`, the numbers to base 36. */
const NAME = /^connect-src-([0-9a-f]{4})-([0-9a-z]+)-([0-9a-z]+)-\w{6}$/;

/** The private folder of this process, made when it is first asked for. */
export function privateFolder(): string {
  if (own !== null) return own;
  for (const left of removeLeftFolders())
    console.error(`Removed ${left}, which an interrupted run had left behind.`);
  const birth = startOf(process.pid) ?? 0;
  const name = ['connect-src', machine(), process.pid.toString(36), birth.toString(36), ''].join('-');
  own = mkdtempSync(path.join(folderFor(name), name));
  removeAtExit();
  return own;
}

/** Where a private folder of this name goes: the temporary folder, unless its path is too long for what comes into it. */
function folderFor(name: string): string {
  const longest = path.join(os.tmpdir(), `${name}XXXXXX`, LONGEST_SOCKET);
  return Buffer.byteLength(longest) > LONGEST_SOCKET_PATH && isWritable(SHORT) ? SHORT : os.tmpdir();
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Starts a browser with the private folder as its temporary folder. Playwright makes a browser's profile in the
 * temporary folder of this process, and takes no other, so for as long as the start takes it is this process's, too.
 */
export async function inPrivateFolder<T>(start: () => Promise<T>): Promise<T> {
  const TMPDIR = privateFolder();
  if (startsPending === 0) outerFolder = process.env.TMPDIR;
  startsPending += 1;
  process.env.TMPDIR = TMPDIR;
  try {
    return await start();
  } finally {
    startsPending -= 1;
    if (startsPending === 0) {
      if (outerFolder === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = outerFolder;
    }
    removeAtExit();
  }
}

let startsPending = 0;
let outerFolder: string | undefined;

/** Called after each start of a browser as well: at exit, browsers have to be killed before their folder goes. */
function removeAtExit(): void {
  process.off('exit', removeOwn);
  process.on('exit', removeOwn);
}

function removeOwn(): void {
  if (own !== null) remove(own);
  own = null;
}

/**
 * Has files elsewhere removed with the private folder, for programs that are killed and cannot do it by themselves.
 * Those that are not there are passed over.
 */
export function removeAsWell(...files: string[]): void {
  const lines = files.flatMap((file) => {
    const identity = identityOf(file);
    return identity === null ? [] : [`${JSON.stringify({ file, identity })}\n`];
  });
  appendFileSync(path.join(privateFolder(), ELSEWHERE), lines.join(''));
}

/** The file in a private folder with one line for each file elsewhere. */
const ELSEWHERE = 'elsewhere';

/** What tells a file from a later one of the same name. */
function identityOf(file: string): string | null {
  try {
    const { ino, mtimeMs } = lstatSync(file);
    return `${ino} ${mtimeMs}`;
  } catch {
    return null;
  }
}

function removeElsewhere(folder: string): void {
  try {
    for (const line of readFileSync(path.join(folder, ELSEWHERE), 'utf8').split('\n').slice(0, -1)) {
      const { file, identity } = JSON.parse(line) as { file: string; identity: string };
      if (identityOf(file) === identity) rmSync(file);
    }
  } catch {
    // Nothing was written down, or not to its end.
  }
}

function remove(folder: string): void {
  removeElsewhere(folder);
  removeFolder(folder);
}

/** Removes a folder of a browser, which may still write for a moment while it is being killed. Never throws. */
export function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  } catch {
    // What is still held by somebody is left to the next run.
  }
}

/**
 * Removes the private folders of this user's processes that ended without doing so.
 * @param inside the folders to look in
 * @returns their paths
 */
export function removeLeftFolders(...inside: string[]): string[] {
  const folders = inside.length > 0 ? inside : [...new Set([os.tmpdir(), SHORT])].filter(isWritable);
  const left = folders
    .flatMap((folder) => readdirSync(folder).map((name) => path.join(folder, name)))
    .filter((file) => isLeft(path.basename(file)) && isOwnFolder(file));
  for (const folder of left) remove(folder);
  return left;
}

/** Whether a file's name is that of a private folder whose process is gone. */
function isLeft(name: string): boolean {
  const [, where, id, birth] = NAME.exec(name) ?? [];
  if (where !== machine() || id === undefined || birth === undefined) return false;
  const pid = Number.parseInt(id, 36);
  return !isRunning(pid) || (startOf(pid) ?? 0) !== Number.parseInt(birth, 36);
}

function isOwnFolder(file: string): boolean {
  try {
    const { uid } = lstatSync(file);
    return lstatSync(file).isDirectory() && (process.getuid === undefined || uid === process.getuid());
  } catch {
    return false;
  }
}

/** Four digits for what process ids mean something in: the machine, and on Linux the container. */
function machine(): string {
  let space = '';
  try {
    space = readlinkSync('/proc/self/ns/pid');
  } catch {
    // Only Linux has those.
  }
  return createHash('sha256').update(`${os.hostname()} ${space}`).digest('hex').slice(0, 4);
}
