import { readdirSync } from 'node:fs';
import path from 'node:path';
import { hasUsableDisplay } from '../display.ts';
import { executableOnPath, isExecutable } from '../executables.ts';

/** Where distributions put the libraries of an architecture, such as `/usr/lib/x86_64-linux-gnu`. */
function libraryFolders(root: string): string[] {
  return ['usr/lib', 'usr/lib64', 'usr/libexec']
    .map((folder) => path.join(root, folder))
    .flatMap((folder) => [folder, ...subfolders(folder)]);
}

function subfolders(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => path.join(folder, name));
  } catch {
    return [];
  }
}

/**
 * The MiniBrowser that WebKitWebDriver starts, or null when it is somewhere unusual.
 * @param root the root of the system that both are in
 */
export function findMiniBrowser(root = '/'): string | null {
  const folders = libraryFolders(root);
  const candidates = [...folders, ...folders.flatMap(subfolders)]
    .filter((folder) => path.basename(folder).startsWith('webkit'))
    .map((folder) => path.join(folder, 'MiniBrowser'));
  return candidates.find(isExecutable) ?? null;
}

/**
 * What WebKitGTK needs and its packages do not bring along: something to draw on, and TLS for its network library,
 * without which every `https:` request fails.
 * @param root the root of the system that it is in; the display is this machine's in any case
 * @returns the names of the missing Debian packages
 */
export async function missingForWebKitGtk(root = '/'): Promise<string[]> {
  const missing: string[] = [];
  if (!executableOnPath('Xvfb') && !(await hasUsableDisplay())) missing.push('xvfb');
  const tls = libraryFolders(root)
    .flatMap((folder) => subfolders(path.join(folder, 'gio', 'modules')))
    .some((module) => /libgio(gnutls|openssl)\.so$/.test(module));
  if (!tls) missing.push('glib-networking');
  return missing;
}
