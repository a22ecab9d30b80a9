import { contextTraits } from '../../spec/explain.ts';
import type { Rule } from '../rule.ts';

const fromNetwork = ['worker', 'shared-worker'];

const rule: Rule = {
  id: 'workers',
  asks: 'Does the policy of the page count in its worker?',
  find({ question, objections, policies }) {
    const context = question.context ?? 'document';
    if (fromNetwork.includes(context) && (objections.length > 0 || policies.length === 0))
      return {
        says: `A worker from the network has the policies of its own script’s response, and none of the page’s.${policies.length === 0 ? ' This one has none, so nothing holds it back.' : ' The header to change is that of the script.'}`,
      };
    const { global, policies: from } = contextTraits[context];
    if (global === 'worker' && from === 'creator' && objections.length > 0)
      return {
        says: 'A worker made from a `blob:` or `data:` URL has a copy of the policies of the document that made it: change those.',
      };
    return null;
  },
};
export default rule;
