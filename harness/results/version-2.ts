import { SCHEMA_VERSION } from './schema.ts';

/** The oldest version of the results format that is still read, so that runs can be compared with older ones. */
export const OLDEST_VERSION = 2;

interface Version2 {
  schemaVersion: 2;
  deviations: Array<{ link: string | null }>;
  cases: Array<{ observed: Record<string, { evidence: { control: string } }> }>;
}

/** Whether a results file is of version 2. */
export const isVersion2 = (value: unknown): value is Version2 =>
  (value as { schemaVersion?: unknown }).schemaVersion === OLDEST_VERSION;

/**
 * A results file of version 2 as this version has it; whether it is one at all, the schema says afterwards.
 *
 * Version 2 knew one link of a deviation, not since when it was measured, and what controls did in words only.
 */
export function fromVersion2(value: Version2): unknown {
  return {
    ...value,
    schemaVersion: SCHEMA_VERSION,
    deviations: value.deviations?.map?.(({ link, ...deviation }) => ({
      ...deviation,
      since: null,
      links: link === null ? [] : [{ url: link, tells: 'same' }],
      lookedUp: null,
      fixed: null,
    })),
    cases: value.cases?.map?.((one) => ({
      ...one,
      observed: Object.fromEntries(
        Object.entries(one.observed ?? {}).map(([browser, seen]) => [browser, withControls(seen)]),
      ),
    })),
  };
}

const withControls = <T extends { evidence: { control: string } }>(seen: T): unknown => ({
  ...seen,
  evidence: { ...seen.evidence, control: { open: null, closed: null, words: seen.evidence?.control } },
});
