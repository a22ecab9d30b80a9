import type { Question } from '../spec/explain.ts';
import type { Advice } from './advice.ts';
import { adviceFor } from './advice-for.ts';
import { situationOf } from './situation.ts';

export type { Advice, Change, Edit, Place } from './advice.ts';
export { changed } from './change.ts';

/**
 * What a person who writes the policy should know of one connection: who decided, at which hop, why, and the smallest
 * change that lets it through, or why no change of the policies can. Sentences of the rules that apply, in order.
 *
 * Never throws. A change is given only where the oracle, asked again with it, says `allowed` by the reading that browsers
 * share.
 */
export const advise = (question: Question): Advice[] => adviceFor(situationOf(question));
