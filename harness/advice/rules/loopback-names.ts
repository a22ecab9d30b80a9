import { parseUrl } from '../../spec/url-record.ts';
import { hasKeyword, hostSources, originSource, selfUrl } from '../near-misses.ts';
import type { Rule } from '../rule.ts';
import { quote, quoteAll } from '../words.ts';

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127(?:\.\d+){3}$/.test(host);

const rule: Rule = {
  id: 'loopback-names',
  asks: 'localhost is allowed: why not 127.0.0.1 or [::1]?',
  find(situation) {
    const { target, blocking } = situation;
    const host = target?.host ?? '';
    if (blocking.length === 0 || target === null || !isLoopback(host)) return null;
    const own = hasKeyword(situation, "'self'") ? selfUrl(situation)?.host : null;
    const named = [...hostSources(situation).map((source) => source.host.toLowerCase()), own ?? ''].filter(
      (other) => isLoopback(other) && other !== host,
    );
    if (named.length === 0 && host !== '[::1]') return null;
    const same =
      named.length === 0
        ? ''
        : `${quoteAll([...new Set(named)])} and ${quote(host)} are different hosts, though they are one machine. `;
    if (host === '[::1]') {
      const localhost = originSource({ ...target, host: 'localhost' });
      return {
        says: `${same}No host in a source can be an IPv6 address. Connect to ${quote(`${localhost}${target.path}`)} instead, for which ${quote(localhost)} is the source.`,
      };
    }
    const source = originSource(target);
    const byText =
      parseUrl(source)?.hostKind === 'ipv4'
        ? ' By the text of the specification no host matches an address (w3c/webappsec-csp#440); Chromium, Firefox and WebKit match it as any name.'
        : '';
    return { says: `${same}Each needs its own source.${byText}`, change: situation.adding(source) };
  },
};
export default rule;
