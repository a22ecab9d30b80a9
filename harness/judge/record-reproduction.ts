import type { PlannedReproduction } from '../expectations/reproductions-file.ts';
import { plainQuestionOf } from '../plan/question.ts';
import type { ReproductionRecord } from '../results/schema.ts';
import { explain } from '../spec/explain.ts';
import { type Derivation, derivationOf } from './derivation.ts';
import { recordCase, recordDocument } from './records.ts';

/**
 * The smallest document of a deviation as the results show it, with what the specification says of it.
 *
 * @returns also the steps that the record names by their id
 */
export function recordReproduction({ version, says, planned }: PlannedReproduction): {
  record: ReproductionRecord;
  derivation: Derivation;
} {
  const [one] = planned.cases;
  if (one === undefined) throw new Error(`The reproduction of ${planned.scenario.title} opens nothing.`);
  const explanation = explain(plainQuestionOf(one));
  const derivation = derivationOf(explanation.steps);
  const { mechanism, url, redirects, options, spec } = recordCase(planned, one, explanation, derivation);
  return {
    derivation,
    record: {
      version,
      observed: lineOf(says),
      document: recordDocument(one.document),
      ...{ mechanism, url, redirects, options },
      spec: { verdict: spec.verdict, by: spec.by, derivation: spec.derivation },
    },
  };
}

/** The line that was seen, out of `outcome: returns, where the specification says blocked`. */
const lineOf = (says: string): string =>
  /^\w+: (.*), where the specification says \w+$/s.exec(says)?.[1] ?? says;
