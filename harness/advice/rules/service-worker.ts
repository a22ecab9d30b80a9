import type { Rule } from '../rule.ts';

const rule: Rule = {
  id: 'service-worker',
  asks: 'There is a service worker in front: whose policy counts?',
  find({ question, objections }) {
    if (question.context === 'service-worker')
      return objections.length === 0
        ? null
        : {
            says: 'What a service worker fetches, also for a page, comes under the policies sent with the worker’s own script, and under none of the page’s. Change the header of the script, and mind that a worker that is installed keeps the policies it was installed with until its script is updated.',
          };
    if (question.serviceWorker === undefined) return null;
    return {
      says: 'The page’s policies are asked about the page’s request before the service worker sees it, and about the URL of the response that the worker gives. What the worker itself fetches comes under the worker’s own policies.',
    };
  },
};
export default rule;
