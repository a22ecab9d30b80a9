import type { Writable } from 'node:stream';
import { Command, Option } from 'commander';
import { UserError } from '../errors.ts';
import { type ContextKind, contextTraits, type Explanation, explain } from '../spec/explain.ts';
import { batchCommand } from './batch.ts';
import { checkUrl, type RequestFor, requestOf } from './request-for.ts';
import { explanationText } from './text.ts';

/** What the command reads and writes; the process's own by default. */
export interface Streams {
  input: AsyncIterable<string | Uint8Array>;
  output: Writable & { columns?: number };
  errors: Writable;
}

interface Options {
  policy?: string[];
  reportOnly?: string[];
  meta?: string[];
  page?: string;
  self?: string;
  connect?: string;
  by?: string;
  redirect?: string[];
  context: ContextKind;
  json?: true;
  batch?: true;
}

const collect = (value: string, before: string[] = []) => [...before, value];

/**
 * The command `explain`: what the specifications say about one connection, or about a batch of them.
 * `requestFor` knows the mechanisms. Sets `process.exitCode`: 0 when answered, 2 for input that cannot be.
 */
export function explainCommand(
  requestFor: RequestFor,
  streams: Streams = { input: process.stdin, output: process.stdout, errors: process.stderr },
): Command {
  return new Command('explain')
    .description('say what the specifications say about a connection, and why; no browser is started')
    .option('--policy <policy>', 'a Content-Security-Policy header line (repeatable)', collect)
    .option(
      '--report-only <policy>',
      'a Content-Security-Policy-Report-Only header line (repeatable)',
      collect,
    )
    .option('--meta <policy>', 'the content of a <meta> element in head (repeatable)', collect)
    .option('--page <url>', 'the page or worker that connects')
    .option('--self <url>', "where the policies come from, if not the page itself; or 'opaque'")
    .option('--connect <url>', 'the URL it connects to')
    .option('--by <mechanism>', 'how: fetch, WebSocket, EventSource, …')
    .option('--redirect <url>', 'where the server redirects to (repeatable, in order)', collect)
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

async function run(options: Options, requestFor: RequestFor, streams: Streams): Promise<0 | 2> {
  if (options.batch) return batchCommand(streams.input, streams.output, requestFor);
  try {
    const explanation = explainOptions(options, requestFor);
    const width = streams.output.columns ?? Number.POSITIVE_INFINITY;
    const text = options.json
      ? `${JSON.stringify(explanation, null, 2)}\n`
      : explanationText(explanation, width);
    streams.output.write(text);
    return 0;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    streams.errors.write(`${error.message}\n`);
    return 2;
  }
}

function explainOptions(options: Options, requestFor: RequestFor): Explanation {
  const { policy = [], reportOnly = [], meta = [], redirect = [], context } = options;
  const page = checkUrl('--page', required('--page', options.page));
  const url = checkUrl('--connect', required('--connect', options.connect));
  const self = checkUrl('--self', options.self ?? page, ['opaque']);
  const request = requestOf(options.by, requestFor);
  return explain({ policy, reportOnly, meta, self, page, url, redirects: redirect, context, request });
}

function required(name: string, value: string | undefined): string {
  if (value !== undefined) return value;
  throw new UserError(
    `${name}: missing; write for example: --page https://page.test/ --connect https://api.test/`,
  );
}
