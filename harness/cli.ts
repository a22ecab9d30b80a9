import { Command, CommanderError } from 'commander';
import { isUserError } from './errors.ts';

/** The commands, each loaded only when it is asked for: most need no browser driver, and should start at once. */
const commands: Record<string, () => Promise<Command>> = {
  install: async () => (await import('./engines/install-command.ts')).installCommand(),
  browsers: async () => (await import('./engines/browsers-command.ts')).browsersCommand(),
  run: async () => (await import('./run/run-command.ts')).runCommand(),
  check: async () => (await import('./run/check-command.ts')).checkCommand(),
  explain: async () => {
    const { mechanismNamed } = await import('./plan/registry.ts');
    const { explainCommand } = await import('./explain/command.ts');
    return explainCommand((by) => mechanismNamed(by)?.request({}));
  },
  serve: async () => (await import('./by-hand/serve-command.ts')).serveCommand(),
  corpus: async () => (await import('./run/corpus-command.ts')).corpusCommand(),
  record: async () => (await import('./run/record-command.ts')).recordCommand(),
  sabotage: async () => (await import('./run/sabotage-command.ts')).sabotageCommand(),
  report: async () => (await import('./report/commands.ts')).reportCommand(),
  export: async () => (await import('./report/commands.ts')).exportCommand(),
  merge: async () => (await import('./report/commands.ts')).mergeCommand(),
  diff: async () => (await import('./report/commands.ts')).diffCommand(),
  nightly: async () => (await import('./nightly/command.ts')).nightlyCommand(),
};

const asked = commands[process.argv[2] ?? ''];
const program = new Command('connect-src').description(
  'Which connections does a page with this policy really let out, in each browser?',
);
for (const load of asked ? [asked] : Object.values(commands)) program.addCommand(await load());
for (const command of [program, ...program.commands]) command.exitOverride();

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeFor(error);
}

/** 2 for what the user can mend, said without a stack trace; anything else is a bug of ours and shows its stack. */
function exitCodeFor(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (isUserError(error)) {
    console.error(error.message);
    return 2;
  }
  throw error;
}
