import { Command } from 'commander';
import { UserError } from '../../errors.ts';
import { loadCorpus } from '../../plan/load.ts';
import { serveCase } from './serve-case.ts';

/** `connect-src serve CASE`: one case on localhost, for a person to open in any browser. */
export function serveCommand(): Command {
  return new Command('serve')
    .description(
      'serve one case on localhost, to be opened by hand in any browser; the page shows the verdict',
    )
    .argument('<case>', 'a case id, as in the report')
    .option('--port <number>', 'of the start page; default: a free one', portNumber)
    .option('--scenarios <file>', 'the case is one of this scenario file')
    .action(async (id: string, options: { port?: number; scenarios?: string }) => {
      const { scenarios, hosts } = await loadCorpus(options.scenarios);
      const served = await serveCase(scenarios, id, options.port, hosts);
      console.log(
        `Open ${served.url} and follow it to ${served.open} (proxy ${served.proxy}). Ctrl-C ends it.`,
      );
      const stop = () => void served.close().then(() => process.exit(0));
      process.once('SIGINT', stop);
      process.once('SIGTERM', stop);
      const { verdict, reason } = await served.judged;
      for (const what of served.refused()) console.error(`Refused: ${what}.`);
      console.log(`${verdict}: ${reason}`);
    });
}

function portNumber(value: string): number {
  const port = Number(value);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new UserError(`--port: "${value}" is not a port`, 'Give a number from 0 to 65535.');
}
