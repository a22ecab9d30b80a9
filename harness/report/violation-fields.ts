import type { CaseRecord, Observation } from '../results/schema.ts';

type Fields = Observation['evidence']['violations'][number]['fields'];
type Entry = readonly [name: string, value: Fields[string]];

/** What CSP#report-violation says of every event, beside its fields. */
const ofEveryEvent: Fields = { bubbles: true, composed: true, cancelable: false };

/** What most events have, and what the oracle adds for the judgement where it says nothing. */
const unremarkable: Fields = {
  sample: '',
  target: 'document',
  policyIndex: 0,
  times: 1,
  atLeastOnce: false,
  optional: false,
};

/** What an event says otherwise than the specification, or beyond it, and how many fields are as it says. */
export function compareFields(
  fields: Fields,
  specified: CaseRecord['spec']['violations'],
): { told: Entry[]; asSpecified: number } {
  const entries = Object.entries(fields);
  const [told = entries] = specified
    .map((violation) => {
      const expected = { ...ofEveryEvent, ...violation };
      return entries.filter(([name, value]) => !Object.hasOwn(expected, name) || expected[name] !== value);
    })
    .sort((a, b) => a.length - b.length);
  return { told, asSpecified: entries.length - told.length };
}

/** The fields of an event that the specification asks for, without those that say nothing. */
export function specifiedFields(violation: Fields): Entry[] {
  return Object.entries(violation).filter(
    ([name, value]) =>
      unremarkable[name] !== value &&
      !(name === 'violatedDirective' && value === violation.effectiveDirective),
  );
}
