import type { Origin } from './url-record.ts';

/** Whether a policy is enforced or only reports. */
export type Disposition = 'enforce' | 'report';

/** A policy (CSP#framework-policy). Its directives are in order of appearance, each with its value's set of tokens. */
export interface Policy {
  readonly directives: ReadonlyMap<string, readonly string[]>;
  readonly disposition: Disposition;
  readonly source: 'header' | 'meta';
}

/** The policies of a global, and the origin that `'self'` stands for in all of them. */
export interface CspList {
  readonly policies: readonly Policy[];
  readonly selfOrigin: Origin;
}

/** Writes a policy back as text, in one canonical form: parsing it again gives the same policy. */
export function serializePolicy(policy: Policy): string {
  return [...policy.directives].map(([name, value]) => [name, ...value].join(' ')).join('; ');
}
