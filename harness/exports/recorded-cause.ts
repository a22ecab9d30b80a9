import { readdirSync } from 'node:fs';
import { UserError } from '../errors.ts';
import { readCauses } from '../expectations/causes.ts';
import { expectationsFolder, readExpectations } from '../expectations/expectations-file.ts';
import { deviationsFile, type KnownDeviation, withCauses } from '../expectations/known-deviations.ts';
import { derivationOf } from '../judge/derivation.ts';
import { recordCase, recordDocument, recordScenario } from '../judge/records.ts';
import type { Corpus } from '../plan/load.ts';
import type { PlannedCase, PlannedScenario } from '../plan/plan.ts';
import { plainQuestionOf } from '../plan/question.ts';
import { simplestCase } from '../report/simplest-case.ts';
import type { CaseRecord, DocumentRecord, ScenarioRecord } from '../results/schema.ts';
import { type DeviationKind, gravest, kindOfDifference } from '../results/verdict.ts';
import { type Explanation, explain } from '../spec/explain.ts';

/** What is recorded of a cause in one browser, with the simplest case that shows it at its gravest. */
export interface RecordedCause {
  browser: string;
  /** The version it was measured with. */
  version: string;
  deviation: KnownDeviation;
  kind: DeviationKind;
  /** The lines that were seen of it, of that kind. */
  observed: string[];
  /** The ids of all cases that show it so. */
  shows: ReadonlySet<string>;
  planned: PlannedCase;
  one: Omit<CaseRecord, 'observed'>;
  document: DocumentRecord;
  scenario: ScenarioRecord;
  explanation: Explanation;
}

const folder = 'known-deviations';

/**
 * Every recorded cause in every browser that has a record; those of `id` where one is given.
 *
 * @param preferred cases to choose from, where there are such
 * @throws {UserError} where no cause is called so, or none of its cases is recorded
 */
export function recordedCauses(
  corpus: Corpus,
  id?: string,
  preferred: (one: PlannedCase, cause: string) => boolean = () => true,
): RecordedCause[] {
  const causes = readCauses();
  if (id !== undefined && !causes.some((cause) => cause.id === id))
    throw new UserError(`There is no cause ${id}.`, 'The ids are those of scenarios/expectations/causes/.');
  const places = new Map(
    corpus.scenarios.flatMap((scenario) => scenario.cases.map((one) => [one.id, { scenario, one }] as const)),
  );
  const found = readdirSync(new URL(`${folder}/`, expectationsFolder))
    .sort()
    .flatMap((file) => {
      const name = `${folder}/${file}`;
      const record = readExpectations(name, deviationsFile);
      const version = record.measuredWith.split(/[ ,]/)[1] ?? record.measuredWith;
      return withCauses(name, record, causes)
        .filter((deviation) => deviation.since !== null && (id === undefined || deviation.id === id))
        .flatMap((deviation) =>
          recordedCause({ browser: record.browser, version }, deviation, places, preferred),
        );
    });
  if (found.length === 0) throw new UserError(`No recorded case shows ${id}.`, 'Name another cause.');
  return found;
}

type Places = ReadonlyMap<string, { scenario: PlannedScenario; one: PlannedCase }>;

/** The cases are those of the gravest kind: a nuisance in most of them must not stand for a hole in one. */
function recordedCause(
  measured: Pick<RecordedCause, 'browser' | 'version'>,
  deviation: KnownDeviation,
  places: Places,
  preferred: (one: PlannedCase, cause: string) => boolean,
): RecordedCause[] {
  const kindOf = (line: string) => kindOfDifference(deviation.facet, line);
  const kind = gravest(Object.keys(deviation.observed).map(kindOf)) ?? deviation.kind;
  const lines = Object.entries(deviation.observed).filter(([line]) => kindOf(line) === kind);
  const all = lines
    .flatMap(([, byScenario]) =>
      Object.entries(byScenario).flatMap(([scenario, rest]) => rest.map((id) => `${scenario}/${id}`)),
    )
    .flatMap((id) => places.get(id) ?? []);
  const wanted = all.filter(({ one }) => preferred(one, deviation.id));
  const sized = (wanted.length > 0 ? wanted : all).map((place) => ({
    ...{ place, id: place.one.id, mechanism: place.one.mechanism.name },
    ...{ url: place.one.target.url, redirects: place.one.target.redirects },
    options: place.one.target.options,
  }));
  const chosen = simplestCase(sized, ({ place }) => recordDocument(place.one.document));
  if (chosen === undefined) return [];
  const { scenario: of, one: planned } = chosen.place;
  const explanation = explain(plainQuestionOf(planned));
  const one = recordCase(of, planned, explanation, derivationOf(explanation.steps));
  const document = recordDocument(planned.document);
  const shown = `${one.id.slice(one.scenario.length + 1)}`;
  const observed = lines
    .filter(([, byScenario]) => byScenario[one.scenario]?.includes(shown))
    .map(([line]) => line);
  const scenario = recordScenario(of);
  const shows = new Set(all.map(({ one }) => one.id));
  return [{ ...measured, deviation, kind, observed, shows, planned, one, document, scenario, explanation }];
}
