import type { Command } from 'commander';
import { UserError } from '../errors.ts';

/** The options that are about a question, as `check` and `explain` have them, in the order in which they are named. */
const ASKING = [
  'policy',
  'reportOnly',
  'meta',
  'response',
  'html',
  'har',
  'page',
  'self',
  'connect',
  'by',
  'context',
  'redirect',
] as const;
type Asking = (typeof ASKING)[number];

/**
 * The first of them that is given, as it is written: `--report-only`; undefined where none is.
 *
 * @param besides those that may be given all the same
 */
export function firstGiven(
  options: Readonly<Partial<Record<Asking, unknown>>>,
  besides: readonly Asking[] = [],
): string | undefined {
  const name = ASKING.find((one) => options[one] !== undefined && !besides.includes(one));
  return name && `--${name === 'reportOnly' ? 'report-only' : name}`;
}

/**
 * Refuses a question that no option gives a policy.
 *
 * @param fix what to give
 * @throws {UserError}
 */
export function requirePolicy(options: Readonly<Partial<Record<Asking, unknown>>>, fix: string): void {
  const { policy, reportOnly, meta, response, html } = options;
  if ([policy, reportOnly, meta, response, html].every((one) => one === undefined))
    throw new UserError('there is no policy', fix);
}

/** For an option that can be given several times: its values in order. */
export const collect = (value: string, before: string[] = []): string[] => [...before, value];

/** Gives a command the options that take policies as they are delivered: one at a time, or from a file. */
export const takingPolicies = (command: Command): Command =>
  command
    .option('--policy <policy>', 'a Content-Security-Policy header line (repeatable)', collect)
    .option(
      '--report-only <policy>',
      'a Content-Security-Policy-Report-Only header line (repeatable)',
      collect,
    )
    .option('--meta <policy>', 'the content of a <meta> element in head (repeatable)', collect)
    .option('--response <file>', "a response's headers, as curl -sI prints them; - for standard input")
    .option('--html <file>', 'a page, for the policies of its <meta> elements; - for standard input')
    .option(
      '--har <file>',
      "a HAR: each document's own policies, each connection it made; - for standard input",
    );
