import { Command, CommanderError } from 'commander';
import { isUserError } from '../errors.ts';
import { visible } from '../results/visible.ts';
import { crash, endWithoutReader } from './crash.ts';

/** The commands, each loaded only when it is asked for: most need no browser driver, and should start at once. */
const commands: Record<string, () => Promise<Command>> = {
  install: async () => (await import('./install-command.ts')).installCommand(),
  browsers: async () => (await import('./browsers-command.ts')).browsersCommand(),
  run: async () => (await import('./run-command.ts')).runCommand(),
  explore: async () => (await import('./explore-command.ts')).exploreCommand(),
  accept: async () => (await import('./accept-command.ts')).acceptCommand(),
  reproduce: async () => (await import('./reproduce-command.ts')).reproduceCommand(),
  check: async () => (await import('./check-command.ts')).checkCommand(),
  init: async () => (await import('./init-command.ts')).initCommand(),
  explain: async () => {
    const { mechanismNamed, oracleRequest } = await import('../catalogue/registry.ts');
    const { explainCommand } = await import('./explain/command.ts');
    return explainCommand((by) => {
      const mechanism = mechanismNamed(by);
      return mechanism && oracleRequest(mechanism);
    });
  },
  serve: async () => (await import('./by-hand/serve-command.ts')).serveCommand(),
  corpus: async () => (await import('./corpus-command.ts')).corpusCommand(),
  schema: async () => (await import('./schema-command.ts')).schemaCommand(),
  record: async () => (await import('./record-command.ts')).recordCommand(),
  sabotage: async () => (await import('./sabotage-command.ts')).sabotageCommand(),
  report: async () => (await import('./report-commands.ts')).reportCommand(),
  export: async () => (await import('./export-command.ts')).exportCommand(),
  merge: async () => (await import('./report-commands.ts')).mergeCommand(),
  diff: async () => (await import('./report-commands.ts')).diffCommand(),
  timeline: async () => (await import('./timeline/commands.ts')).timelineCommand(),
  bisect: async () => (await import('./timeline/commands.ts')).bisectCommand(),
  bench: async () => (await import('./bench-command.ts')).benchCommand(),
  nightly: async () => (await import('./nightly/command.ts')).nightlyCommand(),
};

// What is printed may come from a file or a browser: nothing of it acts on the terminal.
for (const print of ['log', 'error'] as const) {
  const plain = console[print];
  console[print] = (...words: unknown[]) =>
    plain(...words.map((word) => (typeof word === 'string' ? visible(word) : word)));
}
process.stdout.on('error', endWithoutReader);
process.on('uncaughtException', crash);

const name = process.argv[2] ?? '';
const asked = Object.hasOwn(commands, name) ? commands[name] : undefined;
const program = new Command('connect-src').description(
  'Which connections does a page with this policy really let out, in each browser?',
);

try {
  for (const load of asked ? [asked] : Object.values(commands)) program.addCommand(await load());
  for (const command of [program, ...program.commands.flatMap((one) => [one, ...one.commands])])
    command.exitOverride();
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeFor(error);
}

/** 2 for what the user can correct, said without a stack trace; anything else is a bug of ours. */
function exitCodeFor(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (!isUserError(error)) return crash(error);
  console.error(error.message);
  return 'exitCode' in error ? Number(error.exitCode) : 2;
}
