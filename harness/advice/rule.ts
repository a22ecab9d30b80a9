import type { Change } from './advice.ts';
import type { Situation } from './situation.ts';

/** What a rule has to say of one situation. */
export interface Finding {
  says: string;
  change?: Change | undefined;
}

/** One thing that people ask, and its answer. One file each in `rules/`: its default export. */
export interface Rule {
  /** The name of its file. */
  id: string;
  /** What people ask. */
  asks: string;
  /** The answer where the rule applies; null elsewhere. */
  find(situation: Situation): Finding | readonly Finding[] | null;
}
