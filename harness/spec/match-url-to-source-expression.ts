import type { Evaluation } from './evaluation.ts';
import { matchHosts } from './match-hosts.ts';
import { matchPaths } from './match-paths.ts';
import { matchPorts } from './match-ports.ts';
import { matchSchemes } from './match-schemes.ts';
import { matchSelf } from './match-self.ts';
import { type HostSource, parseSourceExpression } from './source-expression.ts';
import { isHttpScheme, type Origin, type UrlRecord } from './url-record.ts';

const outcome = (matches: boolean): string => (matches ? 'Matches' : 'Does Not Match');

/** Whether a URL matches one source expression, CSP#match-url-to-source-expression. */
export function matchUrlToSourceExpression(
  url: UrlRecord,
  token: string,
  origin: Origin,
  redirectCount: number,
  run: Evaluation,
): boolean {
  const expression = parseSourceExpression(token);
  let matches: boolean;
  switch (expression.kind) {
    // Step 1.
    case 'wildcard':
      matches = matchWildcard(url, origin, run);
      break;
    // Step 2: A scheme-source says nothing about host, port or path.
    case 'scheme':
      matches = checkScheme(expression.scheme, url, run);
      break;
    // Steps 2 and 3.
    case 'host':
      matches = matchHostSource(url, expression, origin, redirectCount, run);
      break;
    // Step 4: Of the keywords, only 'self' matches URLs.
    case 'keyword':
      matches = expression.keyword === "'self'" && matchSelf(url, origin);
      break;
    // Step 5.
    case 'nonce':
    case 'hash':
      matches = false;
      break;
    case 'invalid':
      run.step('CSP#framework-directive-source-list', 'grammar', token, 'not a source expression');
      matches = false;
  }
  run.step('CSP#match-url-to-source-expression', 'source expression', token, outcome(matches));
  return matches;
}

/** Step 1: `*` is every HTTP(S) URL, and every URL of the page's own scheme. */
function matchWildcard(url: UrlRecord, origin: Origin, run: Evaluation): boolean {
  if (isHttpScheme(url.scheme)) return true;
  if (origin !== 'opaque' && origin.scheme === url.scheme) return true;
  // Where WebSocket URLs keep their scheme, the wildcard has to know it.
  return run.under('websocket-schemes', false, url.scheme === 'ws' || url.scheme === 'wss');
}

/** Steps 2.1 and 3: a host-source matches part by part; the first part that does not match ends it. */
function matchHostSource(
  url: UrlRecord,
  source: HostSource,
  origin: Origin,
  redirectCount: number,
  run: Evaluation,
): boolean {
  // Step 2.1; step 3.2 does the same with the self-origin's scheme, and an opaque origin has none.
  const scheme = source.scheme ?? (origin === 'opaque' ? null : origin.scheme);
  if (scheme === null) {
    run.step('CSP#match-url-to-source-expression', 'no scheme-part', 'opaque self-origin', outcome(false));
    return false;
  }
  if (!checkScheme(scheme, url, run)) return false;
  // Steps 3.1 and 3.3.
  const host = matchHosts(source.host, url, run);
  run.step('CSP#match-hosts', 'host-part', `${source.host} for ${url.host ?? 'no host'}`, outcome(host));
  if (!host) return false;
  // Steps 3.4 and 3.5.
  const port = matchPorts(source.port, url, scheme, run);
  run.step(
    'CSP#match-ports',
    'port-part',
    `${source.port ?? 'none'} for ${url.port ?? 'default'}`,
    outcome(port),
  );
  if (!port) return false;
  // Step 3.6: After a redirect the path is not looked at, so that it cannot be found out.
  if (source.path === '') return true;
  if (redirectCount > 0) {
    run.step('CSP#match-paths', 'path-part', `${redirectCount} redirects`, 'not looked at');
    return true;
  }
  const path = matchPaths(source.path, url.path);
  run.step('CSP#match-paths', 'path-part', `${source.path} for ${url.path}`, outcome(path));
  return path;
}

function checkScheme(scheme: string, url: UrlRecord, run: Evaluation): boolean {
  const matches = matchSchemes(scheme, url.scheme, run);
  run.step('CSP#match-schemes', 'scheme-part', `${scheme} for ${url.scheme}`, outcome(matches));
  return matches;
}
