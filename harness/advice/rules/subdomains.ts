import { hostSources, originSource } from '../near-misses.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../words.ts';

const rule: Rule = {
  id: 'subdomains',
  asks: 'Why does *.example.com not cover example.com, nor example.com its subdomains?',
  find(situation) {
    const { target, blocking } = situation;
    const host = target?.host?.toLowerCase();
    if (blocking.length === 0 || target === null || host === undefined) return null;
    const source = originSource({ ...target, host });
    for (const { host: named, token } of hostSources(situation)) {
      const name = named.toLowerCase();
      if (name === `*.${host}`)
        return {
          says: `${quote(token)} is for the subdomains of ${quote(host)}, however deep, and not for ${quote(host)} itself.`,
          change: situation.adding(source),
        };
      if (!name.startsWith('*') && host.endsWith(`.${name}`))
        return {
          says: `${quote(token)} is for this host only, and not for its subdomains; ${quote(`*.${name}`)} would be for those, and not for the host.`,
          change: situation.adding(source),
        };
    }
    return null;
  },
};
export default rule;
