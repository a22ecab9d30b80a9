import { Command } from 'commander';
import { disagreements } from '../plan/agreement.ts';
import { loadCorpus } from '../plan/load.ts';

/** `connect-src corpus`: what the scenarios hold, and where they say something else than the oracle. No browser is started. */
export function corpusCommand(): Command {
  return new Command('corpus')
    .description('count the scenarios and their cases, and hold them against the specification')
    .argument('[file]', 'a scenario file; default: the project’s own corpus')
    .action(async (file?: string) => {
      const { scenarios } = await loadCorpus(file);
      const rules = new Map<string, { scenarios: number; cases: number }>();
      for (const { rule, cases } of scenarios) {
        const before = rules.get(rule) ?? { scenarios: 0, cases: 0 };
        rules.set(rule, { scenarios: before.scenarios + 1, cases: before.cases + cases.length });
      }
      for (const [rule, count] of rules)
        console.log(`${rule}: ${count.scenarios} scenarios, ${count.cases} cases`);
      console.log(
        `in all: ${scenarios.length} scenarios, ${scenarios.reduce((sum, { cases }) => sum + cases.length, 0)} cases`,
      );
      for (const scenario of scenarios)
        for (const { one, spec, disputed } of disagreements(scenario)) {
          const hangs = disputed.length > 0 ? ` (disputed: ${disputed.join(', ')})` : '';
          console.log(
            `${one.id}: ${one.mechanism.name} to ${one.target.url}: expected ${one.expected}, specification ${spec}${hangs}`,
          );
          if (disputed.length === 0) process.exitCode = 1;
        }
    });
}
