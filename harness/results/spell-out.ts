import { UserError } from '../errors.ts';
import type { FiledCase, FiledObservation, ResultsFile, Tables } from './file-schema.ts';
import { partOf, unmarked } from './marked.ts';
import type { CaseRecord, Observation, Results } from './schema.ts';

/**
 * The results that a `results.json` holds, with all evidence at its case.
 *
 * @param file what the user calls it, for messages
 * @throws {UserError} where a case names something that the tables do not have, or has too few times or too many
 */
export function spellOut({ tables, ...results }: ResultsFile, file: string): Results {
  return { ...results, cases: results.cases.map((one) => spelledOut(one, new Reading(tables, one, file))) };
}

type Fields = CaseRecord['spec']['violations'][number];

/** The tables as one case reads them. */
class Reading {
  readonly #tables: Tables;
  readonly #owner: { id: string; document: string };
  readonly #file: string;

  constructor(tables: Tables, one: FiledCase, file: string) {
    this.#tables = tables;
    this.#owner = { id: one.id, document: one.document ?? partOf(one.id, 2) };
    this.#file = file;
  }

  /** What an id stands for, with the case's own ids in it. */
  get<Name extends keyof Tables>(name: Name, id: string, verbatim = false): Tables[Name][string] {
    const table = this.#tables[name] as Readonly<Record<string, Tables[Name][string]>>;
    const content = Object.hasOwn(table, id) ? table[id] : undefined;
    if (content === undefined)
      throw new UserError(
        `In ${this.#file}, ${this.#owner.id} names ${id} of the table ${name}, which is not there.`,
        'Run the harness again.',
      );
    return verbatim ? content : unmarked(content, this.#owner);
  }

  /** An event, all its fields together again. */
  event(id: string, verbatim: boolean): { target: string | undefined; fields: Fields } {
    const { like, ...varied } = this.get('events', id, verbatim);
    const { target, fields } = this.get('eventFrames', like, verbatim);
    return { target, fields: { ...varied, ...fields } as Fields };
  }

  /** Gives each moment the next of these times. */
  withTimes(at: readonly number[]) {
    const left = [...at];
    return {
      give: <T extends object>(list: readonly T[]): Array<{ at: number } & T> =>
        list.map((each) => ({ at: left.shift() ?? this.#mistimed(at), ...each })),
      end: () => left.length > 0 && this.#mistimed(at),
    };
  }

  #mistimed(at: readonly number[]): never {
    throw new UserError(
      `In ${this.#file}, ${this.#owner.id} has ${at.length} times for another number of moments.`,
      'Run the harness again.',
    );
  }
}

function spelledOut(one: FiledCase, tables: Reading): CaseRecord {
  const { verbatim = false, ...spec } = one.spec;
  const { scenario = partOf(one.id, 1), document = partOf(one.id, 2), ...rest } = one;
  const observed = Object.entries(one.observed).map(
    ([browser, seen]) => [browser, observationOf(seen, tables)] as const,
  );
  return {
    ...rest,
    scenario,
    document,
    spec: { ...spec, violations: spec.violations.map((id) => tables.event(id, verbatim).fields) },
    observed: Object.fromEntries(observed),
  };
}

function observationOf(seen: FiledObservation, tables: Reading): Observation {
  const { verdict, status, verbatim = false } = seen;
  const { reason, kind, facets } = tables.get('judged', seen.judged, verbatim);
  const outcome = tables.get('outcomes', seen.outcome, verbatim);
  const list = <Name extends 'network' | 'reports' | 'consoles'>(name: Name, id: string | undefined) =>
    id === undefined ? [] : tables.get(name, id, verbatim);
  const times = tables.withTimes(seen.at);
  const observation: Observation = {
    verdict,
    reason,
    status,
    ...(kind !== undefined && { kind }),
    facets,
    evidence: {
      outcome: { ...outcome, steps: times.give(outcome.steps) },
      network: times.give(list('network', seen.network) as Tables['network'][string]),
      violations: times.give(
        (seen.violations ?? []).map((id) => {
          const { target = '', fields } = tables.event(id, verbatim);
          return { target, fields };
        }),
      ),
      reports: times.give(list('reports', seen.reports) as Tables['reports'][string]),
      ...(seen.observedReports !== undefined && {
        observedReports: tables.get('observedReports', seen.observedReports, verbatim),
      }),
      console: seen.console === null ? null : (list('consoles', seen.console) as string[]),
      control: tables.get('controls', seen.control, verbatim),
    },
  };
  times.end();
  return observation;
}
