import { allowlistDisputeIds } from '../connection-allowlist/run.ts';
import { disputeIds, type Reading } from '../spec/disputed.ts';
import { type Explanation, explain, type Question } from '../spec/explain.ts';

/** What the draft of Connection Allowlists leaves open, browsers do not share yet. */
const open: readonly string[] = allowlistDisputeIds;

const shared: Reading = Object.fromEntries(disputeIds.map((id) => [id, !open.includes(id)]));

/** What the oracle answers by the reading that browsers share of every disputed point of CSP: advice has to work there. */
export const asBrowsersRead = (question: Question): Explanation => explain({ ...question, reading: shared });
