import { Command } from 'commander';
import { collect, takingPolicies } from '../question-options.ts';

/** The options of `connect-src check`. */
export interface CheckOptions {
  policy?: string[];
  reportOnly?: string[];
  meta?: string[];
  response?: string;
  html?: string;
  har?: string;
  page?: string;
  connect?: string[];
  by?: string;
  context?: string;
  redirect?: string[];
  browsers?: string;
  json?: true;
  report?: string;
}

/** The command with its options, without what it does. */
export const checkOptions = (): Command =>
  takingPolicies(
    new Command('check')
      .description('try a policy, or a scenario file of your own, in every browser')
      .argument('[file]', 'scenarios as JSON, or as YAML'),
  )
    .option('--page <url>', 'the page that connects')
    .option('--connect <url>', 'a URL it connects to (repeatable)', collect)
    .option('--by <mechanisms>', 'how, separated by commas; default: fetch, and WebSocket for ws(s):')
    .option('--context <context>', 'the kind of global, as in scenarios; default: document')
    .option('--redirect <hop>', "'A -> B': the server of A redirects to B (repeatable)", collect)
    .option('--browsers <names>', 'only these, separated by commas')
    .option('--json', 'print one JSON object')
    .option('--report <dir>', 'write the HTML report there, and its results.json')
    .addHelpText(
      'after',
      '\nExit code: 0 all as expected and specified, 1 something differs, 2 the input or the set-up is wrong.',
    );
