import { readdirSync } from 'node:fs';
import path from 'node:path';
import { hasUsableDisplay } from '../display.ts';
import { executableOnPath, isExecutable } from '../executables.ts';

/** Where distributions put the libraries of an architecture, such as `/usr/lib/x86_64-linux-gnu`. */
function libraryFolders(): string[] {
  return ['/usr/lib', '/usr/lib64', '/usr/libexec'].flatMap((folder) => [folder, ...subfolders(folder)]);
}

function subfolders(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => path.join(folder, name));
  } catch {
    return [];
  }
}

/** The MiniBrowser that WebKitWebDriver starts, or null when it is somewhere unusual. */
export function findMiniBrowser(): string | null {
  const folders = libraryFolders();
  const candidates = [...folders, ...folders.flatMap(subfolders)]
    .filter((folder) => path.basename(folder).startsWith('webkit'))
    .map((folder) => path.join(folder, 'MiniBrowser'));
  return candidates.find(isExecutable) ?? null;
}

/**
 * What WebKitGTK needs and its packages do not bring along: something to draw on, and TLS for its network library,
 * without which every `https:` request fails.
 * @returns the names of the missing Debian packages
 */
export async function missingForWebKitGtk(): Promise<string[]> {
  const missing: string[] = [];
  if (!executableOnPath('Xvfb') && !(await hasUsableDisplay())) missing.push('xvfb');
  const tls = libraryFolders()
    .flatMap((folder) => subfolders(path.join(folder, 'gio', 'modules')))
    .some((module) => /libgio(gnutls|openssl)\.so$/.test(module));
  if (!tls) missing.push('glib-networking');
  return missing;
}
