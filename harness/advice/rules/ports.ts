import { defaultPorts, type UrlRecord } from '../../spec/url-record.ts';
import { hasKeyword, originSource, schemeOf, selfUrl, sourcesOfHost } from '../near-misses.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../words.ts';

const rule: Rule = {
  id: 'ports',
  asks: 'The host is right: why is another port blocked?',
  find(situation) {
    const { target, blocking } = situation;
    if (blocking.length === 0 || target === null || target.host === null) return null;
    const port = target.port === null ? 'the default port of its scheme' : `port ${target.port}`;
    const source = originSource(target);
    const self = selfUrl(situation);
    const missed = sourcesOfHost(situation).find((one) => one.port !== '*' && !hasPort(one.port, target));
    if (missed !== undefined && schemeOf(missed, situation) !== null) {
      const its = missed.port === null ? 'the default port of its scheme only' : `port ${missed.port} only`;
      return {
        says: `${quote(missed.token)} is for ${its}, and the connection goes to ${port}. A port is part of a source; ${quote(`${missed.host}:*`)} would be for all of them.`,
        change: situation.adding(source),
      };
    }
    if (self?.host === target.host && self.port !== target.port && hasKeyword(situation, "'self'"))
      return {
        says: `\`'self'\` is the page's own port only, and the connection goes to ${port} of the same host, which is another origin.`,
        change: situation.adding(source),
      };
    return null;
  },
};
export default rule;

/** Whether a port-part could be meant for the URL's port, its scheme's own included. */
function hasPort(part: string | null, { port, scheme }: UrlRecord): boolean {
  if (part === null) return port === null;
  return Number(part) === (port ?? defaultPorts.get(scheme));
}
