import { parseSourceExpression } from '../../spec/source-expression.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../words.ts';

/** Why a token that is no source expression matches nothing: the first that fits says it. */
const reasons: readonly [pattern: RegExp, why: string][] = [
  [/^'/, 'is no keyword that CSP knows'],
  [/^"/, 'stands in double quotes: keywords have single ones, hosts none'],
  [/[?#]/, 'holds a query or a fragment, which no source can have'],
  [/\[/, 'holds an IPv6 address, which no source can name'],
  [/@/, 'holds a user name, which no source can have'],
  [/^\/\//, 'starts with two slashes: leave them out, or write the scheme before them'],
  [/^\//, "is a path alone: a source needs a host, or is 'self'"],
  [/^(https?|wss?|data|blob):\/?[^/]/i, 'has a scheme without `//` after it'],
  [/^[^/]*\/\/[^/]*\/\//, 'has a path that starts with two slashes'],
  [/_/, 'holds an underscore in its host, which the grammar does not allow'],
  [/\*/, 'has its wildcard in the wrong place: only the whole host, or its first label, can be `*`'],
  [/:(?!\/\/)(?!\d+(?:\/|$))/, 'has a port that is no number'],
];

/** Keywords that mean something for scripts and styles only. */
const forScripts = new Set(['nonce', 'hash', 'keyword']);

const rule: Rule = {
  id: 'never-matches',
  asks: 'Which of my sources can never match, and why?',
  find({ objections, effective }) {
    const findings = objections.flatMap(({ directive, sources }) =>
      sources.flatMap((token): string[] => {
        const expression = parseSourceExpression(token);
        const lower = token.toLowerCase();
        if (lower === "'self'" || lower === "'unsafe-webtransport-hashes'") return [];
        if (lower === "'none'")
          return sources.length > 1 ? [`${quote(token)} beside other sources is ignored.`] : [];
        // In default-src these are for scripts and styles, and right.
        if (forScripts.has(expression.kind))
          return directive === effective
            ? [`${quote(token)} is for scripts and styles, and matches no connection.`]
            : [];
        if (expression.kind === 'scheme' && /[.]|^localhost$/i.test(expression.scheme))
          return [
            `${quote(token)} is read as a scheme, for it ends in a colon: leave the colon out, or put a port after it.`,
          ];
        // A rule of their own speaks of these.
        if (expression.kind !== 'invalid' || /,|^["`](self|none)["`]$/i.test(token)) return [];
        const why = reasons.find(([pattern]) => pattern.test(token))?.[1];
        return [
          `${quote(token)} ${why ?? 'is in no form that the grammar of sources knows'}, and matches nothing.`,
        ];
      }),
    );
    return [...new Set(findings)].map((says) => ({ says }));
  },
};
export default rule;
