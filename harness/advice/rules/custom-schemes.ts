import { isOfAnApp } from '../app-schemes.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../words.ts';

const rule: Rule = {
  id: 'custom-schemes',
  asks: 'How do I allow the scheme of an app in a WebView?',
  find(situation) {
    const { target, question, objections } = situation;
    const findings = [];
    if (target !== null && isOfAnApp(target.scheme) && objections.length > 0)
      findings.push({
        says: `${quote(`${target.scheme}:`)} is a scheme of an app’s own. Only the source ${quote(`${target.scheme}:`)} covers it: \`*\` is for http and https, and for the page’s own scheme. A browser answers no such URL, the app around a WebView may.`,
        change: situation.adding(`${target.scheme}:`),
      });
    const own = /^([a-z][a-z0-9+.-]*):/i.exec(question.self)?.[1]?.toLowerCase();
    if (own !== undefined && isOfAnApp(own) && objections.length > 0)
      findings.push({
        says: `The page is at a ${quote(`${own}:`)} URL, whose origin is opaque by the specification: \`'self'\` and hosts without scheme match nothing there. Name scheme and host.`,
      });
    return findings;
  },
};
export default rule;
