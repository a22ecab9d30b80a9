import { chmodSync, createReadStream, createWriteStream, existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { answers, compareVersions, type VersionRequest } from '../request.ts';
import type { BrowserSource, Unpacked } from '../source.ts';
import { npm, tool } from '../tool.ts';

/**
 * The npm package that has a Chromium for Linux in its tarball: headless only, packed with Brotli. The first number of
 * the package's version is that of its Chromium. npm gets it from the registry that it is configured for, and checks it
 * against the registry's checksum.
 */
const PACKAGE = '@sparticuz/chromium';

export const npmChromium: BrowserSource = {
  name: `the npm package ${PACKAGE}`,
  async unpack(request, folder) {
    if (request.product !== 'chromium') return 'has Chromium only';
    if (process.platform !== 'linux' || process.arch !== 'x64') return 'is for Linux on x64 only';
    const listed = await npm('view', PACKAGE, 'versions', '--json');
    if (!listed.ok) return `could not be asked for: ${listed.lastError}`;
    const release = newestOf(JSON.parse(listed.output) as string[], request);
    if (release === null) return `has no ${request.version}`;
    return unpackRelease(`${PACKAGE}@${release}`, folder);
  },
};

/** The newest release that answers to the request; one before its release only where there is no other. */
export function newestOf(releases: readonly string[], { version }: VersionRequest): string | null {
  const found = releases
    .map((release) => ({ release, number: release.split('-')[0] ?? '', early: release.includes('-') }))
    .filter((one) => answers(one.number, version))
    .sort(
      (a, b) =>
        Number(b.early) - Number(a.early) ||
        compareVersions(a.number, b.number) ||
        a.release.localeCompare(b.release, 'en', { numeric: true }),
    );
  return found.at(-1)?.release ?? null;
}

async function unpackRelease(release: string, folder: string): Promise<Unpacked | string> {
  const packed = await npm('pack', release, '--json', '--pack-destination', folder);
  if (!packed.ok) return `did not give ${release}: ${packed.lastError}`;
  const [{ filename, integrity } = { filename: '', integrity: null }] = JSON.parse(packed.output) as {
    filename: string;
    integrity: string | null;
  }[];
  // Old versions of npm write the name with the slash of the scope, and the file without it.
  const archive = path.join(folder, filename.replace(/^@/, '').replace('/', '-'));
  const bin = path.join(folder, 'package', 'bin');
  try {
    await tool('tar', ['xzf', archive, '-C', folder]);
    const packedBrowser = path.join(bin, 'chromium.br');
    if (!existsSync(packedBrowser)) return `has no browser in ${release}`;
    await decompress(packedBrowser, path.join(folder, 'chromium'));
    chmodSync(path.join(folder, 'chromium'), 0o755);
    // What draws without a graphics card, in the libraries beside the browser.
    const drawing = path.join(bin, 'swiftshader.tar.br');
    if (existsSync(drawing)) {
      await decompress(drawing, path.join(folder, 'swiftshader.tar'));
      await tool('tar', ['xf', path.join(folder, 'swiftshader.tar'), '-C', folder]);
    }
  } finally {
    for (const left of [archive, path.join(folder, 'package'), path.join(folder, 'swiftshader.tar')])
      rmSync(left, { recursive: true, force: true });
  }
  return { executable: 'chromium', args: [], origin: release, integrity };
}

const decompress = (from: string, to: string): Promise<void> =>
  pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));
