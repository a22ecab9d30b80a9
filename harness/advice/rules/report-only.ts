import { leastReportOnlyChange } from '../least-change.ts';
import type { Rule } from '../rule.ts';
import { capital, namePolicy, quote } from '../words.ts';

const rule: Rule = {
  id: 'report-only',
  asks: 'A violation was reported: why did the connection go out?',
  find({ objections, browsers, question }) {
    const reporting = objections.filter(({ disposition }) => disposition === 'report');
    const [first] = reporting;
    if (first === undefined) return null;
    const which = reporting.map(({ policy }) => namePolicy(policy)).join(', ');
    const blocks =
      browsers.verdict === 'allowed'
        ? 'No enforced policy stands against it, so it goes out.'
        : 'That it is blocked is another policy’s doing.';
    return {
      says: `${capital(which)} ${reporting.length === 1 ? 'reports' : 'report'} it and ${reporting.length === 1 ? 'blocks' : 'block'} nothing: only ${quote('Content-Security-Policy')} does. ${blocks} Were it enforced as it is, the connection would be blocked.`,
      change: leastReportOnlyChange(question),
    };
  },
};
export default rule;
