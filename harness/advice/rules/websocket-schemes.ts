import { parseSourceExpression } from '../../spec/source-expression.ts';
import { isWebSocketUrl, originSource, schemeOf, sourcesOfHost } from '../near-misses.ts';
import type { Rule } from '../rule.ts';
import type { Situation } from '../situation.ts';
import { quote, quoteAll } from '../words.ts';

/** Globals that have no URL of their own; Firefox asks for the scheme of `'self'` there. */
const local = ['srcdoc', 'sandboxed-srcdoc', 'about-blank', 'blob-frame', 'data-frame'];

const rule: Rule = {
  id: 'websocket-schemes',
  asks: "Is a wss: URL covered by 'self', by https: or by a bare host?",
  find(situation) {
    const { target, browsers, question } = situation;
    if (!isWebSocketUrl(target)) return null;
    if (browsers.verdict === 'allowed') {
      if (browsers.matched?.toLowerCase() !== "'self'" || !local.includes(question.context ?? ''))
        return null;
      return {
        says: `\`'self'\` covers ${quote(`${target.scheme}:`)} of the same host and port in Chromium, in WebKit and by the specification, but not in Firefox in a srcdoc, blob: or data: document. ${quote(originSource(target))} works in all of them.`,
      };
    }
    const http = httpSources(situation);
    if (http.length === 0) return null;
    const source = originSource(target);
    return {
      says: `Chromium, Firefox and WebKit match a WebSocket by its own ${quote(`${target.scheme}:`)} URL, which ${quoteAll(http)} ${http.length === 1 ? 'does' : 'do'} not cover: a source for http or https, or a host without scheme on such a page, is for requests only. By the text of the specification it does (w3c/webappsec-csp#332). ${quote(source)} works by both; \`'self'\` covers the page's own host.`,
      change: situation.adding(source),
    };
  },
};
export default rule;

/** Sources that would match if the WebSocket were a request. */
function httpSources(situation: Situation): string[] {
  const wanted = situation.target?.scheme === 'ws' ? ['http'] : ['http', 'https'];
  const hosts = sourcesOfHost(situation)
    .filter((source) => wanted.includes(schemeOf(source, situation) ?? ''))
    .map(({ token }) => token);
  const schemes = situation.blocking
    .flatMap(({ sources }) => sources)
    .filter((token) => {
      const source = parseSourceExpression(token);
      return source.kind === 'scheme' && wanted.includes(source.scheme.toLowerCase());
    });
  return [...new Set([...hosts, ...schemes])];
}
