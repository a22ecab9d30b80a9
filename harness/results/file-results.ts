import { contentId } from './content-id.ts';
import type { FiledCaseAsWritten, FiledObservation, ResultsFileAsWritten, Tables } from './file-schema.ts';
import { isMarkable, marked, partOf } from './marked.ts';
import type { CaseRecord, Observation, Results } from './schema.ts';

/**
 * Results as they are written to `results.json`: evidence that is alike between cases and browsers stands once, in tables.
 * Three browsers do most cases alike, so this is a quarter of the size.
 */
export function fileResults(results: Results): ResultsFileAsWritten {
  const tables = new Filing();
  const cases = results.cases.map((one) => filedCase(one, tables));
  return { ...results, tables: tables.sorted(), cases };
}

type TableName = keyof Tables;
type Fields = CaseRecord['spec']['violations'][number];

/** The tables while they are filled. */
class Filing {
  readonly #tables = Object.fromEntries(
    (
      [
        ...(['judged', 'outcomes', 'network', 'reports', 'observedReports'] as const),
        ...(['consoles', 'controls', 'events', 'eventFrames'] as const),
      ] satisfies TableName[]
    ).map((name) => [name, {}]),
  ) as Tables;

  /** Puts content into a table, where it is not there yet, and gives its id. */
  put<Name extends TableName>(name: Name, content: Tables[Name][string]): string {
    const id = contentId(content);
    this.#tables[name][id] = content;
    return id;
  }

  /** The fields of an event that differ from case to case, and the others once for many. */
  putEvent({ documentURI, blockedURI, originalPolicy, ...fields }: Fields, target?: string): string {
    const like = this.put('eventFrames', { ...(target !== undefined && { target }), fields });
    return this.put('events', {
      like,
      ...(documentURI !== undefined && { documentURI }),
      ...(blockedURI !== undefined && { blockedURI }),
      ...(originalPolicy !== undefined && { originalPolicy }),
    });
  }

  /** The tables, each in the order of its ids: the same whatever order the browsers finished in. */
  sorted(): Tables {
    return Object.fromEntries(
      Object.entries(this.#tables).map(([name, table]) => [
        name,
        Object.fromEntries(Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1))),
      ]),
    ) as Tables;
  }
}

function filedCase(one: CaseRecord, tables: Filing): FiledCaseAsWritten {
  const { spec, observed } = one;
  const markable = isMarkable(spec.violations, one);
  const events = (markable ? marked(spec.violations, one) : spec.violations).map((fields) =>
    tables.putEvent(fields),
  );
  const { id, scenario, document, mechanism, url, redirects, options, expected } = one;
  return {
    id,
    ...(scenario !== partOf(id, 1) && { scenario }),
    ...(document !== partOf(id, 2) && { document }),
    mechanism,
    url,
    ...(redirects.length > 0 && { redirects }),
    ...(Object.keys(options).length > 0 && { options }),
    expected,
    spec: {
      verdict: spec.verdict,
      ...(spec.by !== null && { by: spec.by }),
      ...(spec.directive !== null && { directive: spec.directive }),
      ...(spec.matched !== null && { matched: spec.matched }),
      ...(spec.blockedAtHop !== null && { blockedAtHop: spec.blockedAtHop }),
      ...(spec.disputed.length > 0 && { disputed: spec.disputed }),
      ...(events.length > 0 && { violations: events }),
      derivation: spec.derivation,
      ...(!markable && { verbatim: true as const }),
    },
    observed: Object.fromEntries(
      Object.entries(observed).map(([browser, seen]) => [browser, filedObservation(seen, one, tables)]),
    ),
  };
}

function filedObservation(seen: Observation, one: CaseRecord, tables: Filing): FiledObservation {
  const markable = isMarkable(seen, one);
  const { verdict, status, reason, kind, facets, evidence } = markable ? marked(seen, one) : seen;
  const { outcome, network, violations, reports, observedReports, console, control } = evidence;
  const at = [outcome.steps, network, violations, reports].flatMap((list) => list.map((each) => each.at));
  const steps = withoutTimes(outcome.steps);
  return {
    verdict,
    status,
    judged: tables.put('judged', { reason, ...(kind !== undefined && { kind }), facets }),
    outcome: tables.put('outcomes', { ...outcome, steps }),
    ...(network.length > 0 && { network: tables.put('network', withoutTimes(network)) }),
    ...(violations.length > 0 && {
      violations: violations.map(({ target, fields }) => tables.putEvent(fields, target)),
    }),
    ...(reports.length > 0 && { reports: tables.put('reports', withoutTimes(reports)) }),
    ...(observedReports && { observedReports: tables.put('observedReports', observedReports) }),
    ...(console === null ? { console } : console.length > 0 && { console: tables.put('consoles', console) }),
    control: tables.put('controls', control),
    at,
    ...(!markable && { verbatim: true as const }),
  };
}

const withoutTimes = <T extends { at: number }>(list: readonly T[]): Array<Omit<T, 'at'>> =>
  list.map(({ at: _, ...rest }) => rest);
