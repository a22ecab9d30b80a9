import { Argument, Command } from 'commander';
import { vectorsSchema } from '../exports/vectors/schema.ts';
import { scenarioSchema } from '../plan/scenario-schema.ts';
import { explorationSchema } from '../results/exploration-schema.ts';
import { resultsSchema } from '../results/json-schema.ts';
import { answerSchema } from './check/answer-schema.ts';

/** What has a JSON Schema. */
const schemas: Readonly<Record<string, () => object>> = {
  scenarios: scenarioSchema,
  results: resultsSchema,
  vectors: vectorsSchema,
  check: answerSchema,
  exploration: explorationSchema,
};

/** `connect-src schema`: the JSON Schema of the files that are read and written, for editors and other tools. */
export function schemaCommand(): Command {
  return new Command('schema')
    .description(
      'print the JSON Schema of scenario files, results.json, test vectors, the answer of check, or what explore found',
    )
    .addArgument(new Argument('<of>', 'what').choices(Object.keys(schemas)))
    .action((of: string) => console.log(JSON.stringify(schemas[of]?.(), null, 2)));
}
