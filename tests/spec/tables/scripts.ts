import type { RequestParameters } from '../../../harness/spec/explain.ts';
import { ask, type Case, type Table } from './table.ts';

/** Whether a policy lets a script of b.test in. */
const script = (
  policy: string,
  request: RequestParameters,
  expected: 'allowed' | 'blocked',
  redirects: string[] = [],
): Case => ({
  name: `${policy} with ${JSON.stringify(request)}${redirects.length > 0 ? ', redirected' : ''} → ${expected}`,
  actual: () =>
    ask({ policy, url: 'https://b.test/', redirects, request: { destination: 'script', ...request } })
      .verdict,
  expected,
});

const nonces: Table = {
  section: 'CSP#match-nonce-to-source-list',
  cases: [
    script("script-src 'nonce-abc'", { nonce: 'abc' }, 'allowed'),
    script("script-src 'nonce-abc'", { nonce: 'abc' }, 'allowed', ['https://c.test/']),
    script("script-src 'NONCE-abc'", { nonce: 'abc' }, 'allowed'),
    script("script-src 'nonce-abc'", { nonce: 'ABC' }, 'blocked'),
    script("script-src 'nonce-abc'", { nonce: '' }, 'blocked'),
    script("script-src 'nonce-abc'", {}, 'blocked'),
    script("script-src 'nonce-a c'", { nonce: 'a' }, 'blocked'),
    script("script-src-elem 'nonce-abc'; script-src 'none'", { nonce: 'abc' }, 'allowed'),
    script("default-src 'nonce-abc'", { nonce: 'abc' }, 'allowed'),
    script("default-src 'nonce-abc'", { nonce: 'abd' }, 'blocked'),
    script("style-src 'nonce-abc'", { destination: 'style', nonce: 'abc' }, 'allowed'),
    script("style-src-elem 'nonce-abc'", { destination: 'style', nonce: 'abc' }, 'allowed'),
    script("default-src 'nonce-abc'", { destination: 'style', nonce: 'abc' }, 'allowed'),
    script("style-src 'nonce-abc'", { destination: 'style' }, 'blocked'),
    script("img-src 'nonce-abc'", { destination: 'image', nonce: 'abc' }, 'blocked'),
    script("connect-src 'nonce-abc'", { destination: '', nonce: 'abc' }, 'blocked'),
  ],
};

const integrity: Table = {
  section: 'CSP#match-integrity-metadata-to-source-list',
  cases: [
    script("script-src 'sha256-abc'", { integrity: 'sha256-abc' }, 'allowed'),
    script("script-src 'SHA256-abc'", { integrity: 'sha256-abc' }, 'allowed'),
    script("script-src 'sha256-abc'", { integrity: 'SHA256-abc?option' }, 'allowed'),
    script("script-src 'sha256-abc'", { integrity: 'sha256-ABC' }, 'blocked'),
    script("script-src 'sha256-abc'", { integrity: 'sha384-abc' }, 'blocked'),
    script("script-src 'sha256-abc'", { integrity: 'sha256-abc sha384-def' }, 'blocked'),
    script("script-src 'sha256-abc' 'sha384-def'", { integrity: 'sha256-abc\tsha384-def' }, 'allowed'),
    script("script-src 'sha256-abc'", { integrity: 'sha1-abc' }, 'blocked'),
    script("script-src 'sha256-abc'", { integrity: '' }, 'blocked'),
    script('script-src c.test', { integrity: 'sha256-abc' }, 'blocked'),
    script("style-src 'sha256-abc'", { destination: 'style', integrity: 'sha256-abc' }, 'blocked'),
  ],
};

const dynamic = "script-src 'strict-dynamic'";
const checks: Table = {
  section: 'CSP#script-pre-request',
  cases: [
    script(dynamic, { parserMetadata: 'not-parser-inserted' }, 'allowed'),
    script(dynamic, {}, 'allowed'),
    script(dynamic, { parserMetadata: 'not-parser-inserted' }, 'allowed', ['https://c.test/']),
    script(dynamic, { parserMetadata: 'parser-inserted' }, 'blocked'),
    script(`${dynamic} b.test`, { parserMetadata: 'parser-inserted' }, 'blocked'),
    script(`${dynamic} 'nonce-abc'`, { parserMetadata: 'parser-inserted', nonce: 'abc' }, 'allowed'),
    script("script-src 'STRICT-DYNAMIC'", {}, 'allowed'),
    script("default-src 'strict-dynamic'", {}, 'allowed'),
    script("script-src 'strict-dynamic'", { destination: 'worker' }, 'allowed'),
    script("default-src 'strict-dynamic'", { destination: 'worker' }, 'blocked'),
    script("child-src 'strict-dynamic'", { destination: 'worker' }, 'blocked'),
    script("style-src 'strict-dynamic'", { destination: 'style' }, 'blocked'),
    script('script-src b.test', { parserMetadata: 'parser-inserted' }, 'allowed'),
    script('script-src c.test', { parserMetadata: 'not-parser-inserted' }, 'blocked'),
    script("script-src 'none'", { destination: 'json' }, 'allowed'),
  ],
};

/** A service worker answers with a response of c.test. */
const answered = (policy: string, request: RequestParameters, expected: 'allowed' | 'blocked'): Case => ({
  name: `${policy} with ${JSON.stringify(request)}, answered from c.test → ${expected}`,
  actual: () =>
    ask({
      policy,
      url: 'https://b.test/',
      request: { destination: 'script', mode: 'no-cors', ...request },
      serviceWorker: { responseUrl: 'https://c.test/', type: 'opaque' },
    }).verdict,
  expected,
});

const postChecks: Table = {
  section: 'CSP#script-post-request',
  cases: [
    answered('script-src b.test', {}, 'blocked'),
    answered('script-src b.test c.test', {}, 'allowed'),
    answered("script-src 'nonce-abc'", { nonce: 'abc' }, 'allowed'),
    answered(dynamic, { parserMetadata: 'not-parser-inserted' }, 'allowed'),
  ],
};

export const scripts: Table[] = [nonces, integrity, checks, postChecks];
