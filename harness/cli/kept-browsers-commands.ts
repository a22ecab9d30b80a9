import { Command } from 'commander';
import { addBrowser } from '../engines/cache/add.ts';
import {
  cacheFolder,
  damageOf,
  keptBrowser,
  keptBrowsers,
  removeKept,
} from '../engines/cache/kept-browsers.ts';
import { nameOf, parseRequests } from '../engines/cache/request.ts';
import { isUserError, UserError } from '../errors.ts';

/** `connect-src browsers add`: puts versions of browsers into the cache. Exit code 2 where one that is named, or all of a range, is not to be had. */
export function addCommand(): Command {
  return new Command('add')
    .description('put versions of browsers into the cache, to be run by name: chromium@119 is chromium-119')
    .argument('<versions...>', 'as chromium@119, or chromium@92..119 for all between that can be had')
    .action(async (texts: string[]) => {
      // All are read before the first is fetched.
      const wanted = texts.map((text) => ({ text, requests: parseRequests(text) }));
      for (const { text, requests } of wanted) {
        const refused: Error[] = [];
        for (const request of requests)
          try {
            const { name, version, source } = await addBrowser(request, { log: console.log });
            console.log(`${name}: ${version}, from ${source}`);
          } catch (error) {
            if (!isUserError(error) || requests.length === 1) throw error;
            console.log(`${nameOf(request)}: not to be had`);
            refused.push(error);
          }
        if (refused.length === requests.length)
          throw new UserError(`${text}: not one of these versions is to be had`, refused.at(-1)?.message);
      }
    });
}

/** `connect-src browsers list`: what is in the cache. Exit code 1 where something there is not what was added. */
export function listCommand(): Command {
  return new Command('list')
    .description('list the versions of browsers in the cache, and compare each with its checksum')
    .option('--json', 'as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const kept = await Promise.all(
        keptBrowsers().map(async (one) => ({ ...one, damage: await damageOf(one) })),
      );
      if (json) console.log(JSON.stringify(kept, null, 2));
      else if (kept.length === 0) console.log(`There is none in ${cacheFolder()}.`);
      else
        for (const { name, version, source, damage } of kept)
          console.log(`${name}  ${version}  (${source})${damage === null ? '' : `  DAMAGED: ${damage}`}`);
      if (kept.some(({ damage }) => damage !== null)) process.exitCode = 1;
    });
}

/** `connect-src browsers remove`: takes versions out of the cache. */
export function removeCommand(): Command {
  return new Command('remove')
    .description('take versions of browsers out of the cache')
    .argument('<versions...>', 'as chromium@119, or chromium@92..119 for all between that are there')
    .action((texts: string[]) => {
      const wanted = texts.map((text) => {
        const there = parseRequests(text).flatMap((request) => keptBrowser(nameOf(request)) ?? []);
        if (there.length > 0) return there;
        throw new UserError(
          `${text}: there is none in ${cacheFolder()}`,
          'See what there is: npx connect-src browsers list',
        );
      });
      for (const kept of wanted.flat()) {
        removeKept(kept);
        console.log(`${kept.name}: removed`);
      }
    });
}
