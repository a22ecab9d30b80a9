import { disputeIds, type Reading } from '../spec/disputed.ts';
import { type Explanation, explain, type Question } from '../spec/explain.ts';

const shared: Reading = Object.fromEntries(disputeIds.map((id) => [id, true]));

/** What the oracle answers by the reading that browsers share of every disputed point: advice has to work there. */
export const asBrowsersRead = (question: Question): Explanation => explain({ ...question, reading: shared });
