import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { readLastRun } from '../../compare/history-directory.ts';
import { UserError } from '../../errors.ts';
import { parseJsonFile } from '../../results/parse-json-file.ts';
import { describeIssues } from '../../results/schema-issues.ts';
import { parseUrl } from '../../spec/url-record.ts';
import { replaceDirectory } from './replace-directory.ts';

const index = z.object({ runs: z.array(z.string().regex(/^[\w-]+\.json$/)) });

/**
 * Takes over the history that a published report carries, where the directory has none yet.
 * A machine that starts empty every night so goes on from what the last one published.
 *
 * @param site the address of the published report
 * @returns whether there was a history to take over; false where nothing is published there, as before the first night
 * @throws {UserError} where the address is none, does not answer, or answers with something else: a history is not begun anew by accident
 */
export async function fetchHistory(site: string, directory: string): Promise<boolean> {
  if ((await readLastRun(directory)) !== null) return false;
  const base = site.endsWith('/') ? site : `${site}/`;
  if (!/^https?:\/\//i.test(base) || parseUrl(base) === null)
    throw new UserError(
      `--published: "${site}" is not an http(s) URL`,
      'Write it as https://example.org/report/.',
    );
  const listed = await get(new URL('history/index.json', base));
  if (listed === null) return false;
  const runs = runNames(listed, base);
  await replaceDirectory(directory, async (next) => {
    await mkdir(path.join(next, 'runs'));
    await writeFile(path.join(next, 'index.json'), listed);
    for (const name of runs) {
      await writeFile(path.join(next, 'runs', name), await mustGet(new URL(`history/runs/${name}`, base)));
    }
    await writeFile(path.join(next, 'results.json'), await mustGet(new URL('results.json', base)));
  });
  return true;
}

/** Names are checked before they become paths: what is published is not taken on trust. */
function runNames(listed: string, site: string): string[] {
  const parsed = index.safeParse(parseJsonFile(listed, `${site}history/index.json`));
  if (parsed.success) return parsed.data.runs;
  throw new UserError(
    `${site}history/index.json is not the index of a history: ${describeIssues(parsed.error)}`,
    'Name the address of a report that `npx connect-src nightly` has written.',
  );
}

async function mustGet(url: URL): Promise<string> {
  const text = await get(url);
  if (text !== null) return text;
  throw new UserError(
    `${url} is not there, though the index of the published history names it.`,
    'Publish the report again as a whole, or give --history a directory that has the past runs.',
  );
}

async function get(url: URL): Promise<string | null> {
  const response = await fetch(url).catch((error: Error) => error);
  if (response instanceof Error || (!response.ok && response.status !== 404)) {
    const why = response instanceof Error ? response.message : `it answered ${response.status}`;
    throw new UserError(
      `The published history at ${url} cannot be read: ${why}.`,
      'Try again, or leave --published out to begin a new history.',
    );
  }
  return response.ok ? response.text() : null;
}
