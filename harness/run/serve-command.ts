import { Command } from 'commander';
import { serveCase } from './serve-case.ts';

/** `connect-src serve CASE`: one case on localhost, for a person to open in any browser. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('serve one case on localhost, to be opened by hand in any browser')
    .argument('<case>', 'a case id, as in the report')
    .option('--port <number>', 'default: a free one')
    .action(async (id: string, options: { port?: string }) => {
      const { url, notes, close } = await serveCase(
        id,
        options.port === undefined ? undefined : Number(options.port),
      );
      console.log([`Open ${url}`, ...notes, 'Ctrl-C ends it.'].join('\n'));
      const stop = () => void close();
      process.once('SIGINT', stop);
      process.once('SIGTERM', stop);
    });
}
