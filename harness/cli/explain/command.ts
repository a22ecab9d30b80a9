import type { Writable } from 'node:stream';
import { Command, InvalidArgumentError, Option } from 'commander';
import { UserError } from '../../errors.ts';
import { contextTraits } from '../../spec/explain.ts';
import { collect, takingPolicies } from '../question-options.ts';
import type { Stdin } from '../read-input.ts';
import type { AnswerOptions } from './answer-options.ts';
import { batchCommand } from './batch.ts';
import type { RequestFor } from './request-for.ts';
import { textOf } from './text.ts';

/** What the command reads and writes; the process's own by default. */
export interface Streams {
  input: Stdin;
  output: Writable & { columns?: number };
  errors: Writable;
}

interface Options extends AnswerOptions {
  json?: true;
  batch?: true;
}

/**
 * The command `explain`: what the specifications say about one connection, or about a batch of them.
 * `requestFor` knows the mechanisms. Sets `process.exitCode`: 0 when answered, 2 for input that cannot be.
 */
export function explainCommand(
  requestFor: RequestFor,
  streams: Streams = { input: process.stdin, output: process.stdout, errors: process.stderr },
): Command {
  return takingPolicies(
    new Command('explain').description(
      'say what the specifications say about a connection, and why; no browser is started',
    ),
  )
    .option(
      '--violation <file>',
      'a violation: the body of a report, or the fields of an event, as JSON; - for standard input',
    )
    .option('--page <url>', 'the page or worker that connects')
    .option('--self <url>', "where the policies come from, if not the page itself; or 'opaque'")
    .option('--connect <url>', 'the URL it connects to', once)
    .option('--by <mechanism>', 'how: fetch, WebSocket, EventSource, …')
    .option(
      '--redirect <url>',
      'where the server redirects to, a URL or from -> to (repeatable, in order)',
      collect,
    )
    .addOption(
      new Option('--context <kind>', 'what the page is')
        .choices(Object.keys(contextTraits))
        .default('document'),
    )
    .option('--json', 'print one JSON object')
    .option('--batch', 'answer questions from standard input, one JSON object a line')
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
    .action(async (options: Options) => {
      process.exitCode = await run(options, requestFor, streams);
    });
}

/** Of two, one would be answered, and the other not. */
function once(value: string, before: string | undefined): string {
  if (before === undefined) return value;
  throw new InvalidArgumentError(
    'Explain answers one connection. Ask them one after the other, or use --batch.',
  );
}

async function run(options: Options, requestFor: RequestFor, streams: Streams): Promise<0 | 2> {
  if (options.batch) return batchCommand(streams.input, streams.output, requestFor);
  const width = streams.output.columns ?? Number.POSITIVE_INFINITY;
  try {
    // Advice and the readers of files are loaded for who asks one question, not for a batch.
    const { answerOptions } = await import('./answer-options.ts');
    const { answer, lines } = await answerOptions(options, requestFor, streams.input, width);
    streams.output.write(options.json ? `${JSON.stringify(answer, null, 2)}\n` : textOf(lines, width));
    return 0;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    streams.errors.write(`${error.message}\n`);
    return 2;
  }
}
