import type { Certificates } from './certificates.ts';
import type { Declarations } from './declarations.ts';
import type { Ledger } from './ledger.ts';

/** What the sites share: what to answer, and where to write down what came. */
export interface SiteContext {
  readonly declarations: Declarations;
  readonly ledger: Ledger;
  readonly certificates: Certificates;
}
