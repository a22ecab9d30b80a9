import type { Certificates } from './certificates.ts';
import type { Declarations } from './declarations.ts';
import type { Faults } from './faults.ts';
import type { Jitter } from './jitter.ts';
import type { Ledger } from './ledger.ts';
import type { World } from './world.ts';

/** What the sites share: what to answer, and where to write down what came. */
export interface SiteContext {
  readonly declarations: Declarations;
  readonly ledger: Ledger;
  readonly world: World;
  readonly faults: Faults;
  readonly certificates: Certificates;
  /** How long an answer is held back. */
  readonly jitter: Jitter;
}
