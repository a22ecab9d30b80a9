/** A source expression by the grammar of CSP#framework-directive-source-list. */
export type SourceExpression =
  | { readonly kind: 'wildcard' }
  | { readonly kind: 'scheme'; readonly scheme: string }
  | HostSource
  | { readonly kind: 'keyword'; readonly keyword: string }
  | { readonly kind: 'nonce'; readonly value: string }
  | { readonly kind: 'hash'; readonly algorithm: string; readonly value: string }
  | { readonly kind: 'invalid' };

/** A host-source; parts that are absent are null, and an absent path is empty. */
export interface HostSource {
  readonly kind: 'host';
  readonly scheme: string | null;
  readonly host: string;
  readonly port: string | null;
  readonly path: string;
}

// scheme-part: RFC 3986 scheme.
const schemePart = '[a-z][a-z0-9+.-]*';
// host-part = "*" / [ "*." ] 1*host-char *( "." 1*host-char ) [ "." ]
const hostPart = '\\*|(?:\\*\\.)?[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.?';
// pchar of RFC 3986 without ";" and ",".
const pathCharacter = "(?:[a-z0-9._~!$&'()*+=:@-]|%[0-9a-f]{2})";
// path-absolute = "/" [ segment-nz *( "/" segment ) ]
const pathPart = `/(?:${pathCharacter}+(?:/${pathCharacter}*)*)?`;
const base64Value = '[a-z0-9+/_-]+={0,2}';

const schemeSource = new RegExp(`^${schemePart}:$`, 'i');
const hostSource = new RegExp(`^(?:(${schemePart})://)?(${hostPart})(?::([0-9]+|\\*))?(${pathPart})?$`, 'i');
const nonceSource = new RegExp(`^'nonce-(${base64Value})'$`, 'i');
const hashSource = new RegExp(`^'(sha(?:256|384|512))-(${base64Value})'$`, 'i');

const keywords = new Set([
  "'self'",
  "'unsafe-inline'",
  "'unsafe-eval'",
  "'strict-dynamic'",
  "'unsafe-hashes'",
  "'report-sample'",
  "'unsafe-allow-redirects'",
  "'wasm-unsafe-eval'",
  "'trusted-types-eval'",
  "'report-sha256'",
  "'report-sha384'",
  "'report-sha512'",
  "'unsafe-webtransport-hashes'",
]);

/** Reads one token of a source list; a token outside the grammar is `invalid`, and matches nothing. */
export function parseSourceExpression(token: string): SourceExpression {
  if (token === '*') return { kind: 'wildcard' };
  if (token.startsWith("'")) return parseQuoted(token);
  if (schemeSource.test(token)) return { kind: 'scheme', scheme: token.slice(0, -1) };
  const parts = hostSource.exec(token);
  if (parts === null) return { kind: 'invalid' };
  const [, scheme = null, host = '', port = null, path = ''] = parts;
  return { kind: 'host', scheme, host, port, path };
}

function parseQuoted(token: string): SourceExpression {
  const keyword = token.toLowerCase();
  if (keywords.has(keyword)) return { kind: 'keyword', keyword };
  const [, nonce] = nonceSource.exec(token) ?? [];
  if (nonce !== undefined) return { kind: 'nonce', value: nonce };
  const [, algorithm, value] = hashSource.exec(token) ?? [];
  return algorithm !== undefined && value !== undefined
    ? { kind: 'hash', algorithm, value }
    : { kind: 'invalid' };
}
