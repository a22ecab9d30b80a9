import { originSource } from '../near-misses.ts';
import type { Rule } from '../rule.ts';
import { namePolicy, quote } from '../words.ts';

const rule: Rule = {
  id: 'least-to-add',
  asks: 'A host moved, or is new: what is the least to add?',
  find(situation) {
    const change = situation.least();
    if (change === undefined) return null;
    const { target } = situation;
    const steps = [change, ...change.also].map(
      (edit) => `${quote(edit.add)} to the ${quote(edit.directive)} of ${namePolicy(edit)}`,
    );
    const origin = target === null ? '' : originSource(target);
    const isPath = change.add.split(' ').some((source) => source.startsWith(`${origin}/`));
    const wider = isPath ? ` That is this path alone; ${quote(origin)} is all of the host.` : '';
    return { says: `The least to add: ${steps.join(', and ')}.${wider}`, change };
  },
};
export default rule;
