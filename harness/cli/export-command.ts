import path from 'node:path';
import { Command, Option } from 'commander';
import { UserError } from '../errors.ts';
import { formats } from '../exports/formats.ts';
import { loadResults } from '../results/load-results.ts';
import { LATEST } from '../results/settings.ts';
import { writeFileWhole } from '../results/write-file-whole.ts';

/** `connect-src export`: the results in another tool's format. */
export function exportCommand(): Command {
  return new Command('export')
    .description("print results, causes or questions in another tool's format")
    .argument(
      '[subject]',
      `for bug and wpt, the id of a cause; otherwise as for report (default: "${LATEST}")`,
    )
    .addOption(new Option('--format <format>', 'which').choices(Object.keys(formats)).makeOptionMandatory())
    .option('--browser <name>', 'for wptreport and bug, which are about one browser')
    .option('-o, --output <file>', 'write to this file; for wpt, into this folder')
    .action(
      async (subject: string | undefined, options: { format: string; browser?: string; output?: string }) => {
        const format = formats[options.format];
        if (format === undefined) throw new Error(`commander let ${options.format} through`);
        const { text, note } = await format({
          subject,
          load: () => loadResults(subject ?? LATEST),
          browser: options.browser,
        });
        if (note !== undefined) console.error(note);
        if (typeof text === 'object') await writeFiles(text, options.output);
        else if (options.output === undefined) process.stdout.write(text);
        else await writeFileWhole(options.output, text);
      },
    );
}

/** @throws {UserError} where no folder is named */
async function writeFiles(
  files: Readonly<Record<string, string>>,
  folder: string | undefined,
): Promise<void> {
  if (folder === undefined)
    throw new UserError('This format has several files.', 'Say which folder they go to: -o DIR');
  for (const [name, text] of Object.entries(files)) {
    await writeFileWhole(path.join(folder, name), text, 'latin1');
  }
  console.log(`Wrote ${Object.keys(files).length} files into ${folder}`);
}
