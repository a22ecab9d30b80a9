import { schemeOf, sourcesOfHost, type WrittenSource } from '../near-misses.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../words.ts';

const rule: Rule = {
  id: 'exact-path',
  asks: 'The host is right: why is another path blocked?',
  find(situation) {
    const { target, blocking, hop } = situation;
    if (blocking.length === 0 || target === null || hop > 0) return null;
    return sourcesOfHost(situation)
      .filter((source) => source.path !== '' && schemeOf(source, situation) === target.scheme)
      .map((source) => {
        const [says, better] = reason(source, target.path);
        return { says, change: better === null ? undefined : situation.adding(better) };
      });
  },
};
export default rule;

/** Why a path does not match, and the source that was meant, where that can be guessed. */
function reason({ token, path }: WrittenSource, wanted: string): [says: string, better: string | null] {
  if (!path.endsWith('/') && wanted.startsWith(`${path}/`))
    return [
      `The path of ${quote(token)} does not end in a slash, so it is exactly this path and nothing below it. ${quote(`${token}/`)} is for all that is below.`,
      `${token}/`,
    ];
  if (path === `${wanted}/`)
    return [
      `${quote(token)} is for what is below ${quote(path)}, and not for ${quote(wanted)} itself.`,
      token.slice(0, -1),
    ];
  if (path.toLowerCase() === wanted.toLowerCase())
    return [`In a path capitals and small letters differ: ${quote(path)} is not ${quote(wanted)}.`, null];
  if (path.includes('*'))
    return [`In a path \`*\` is a character like any other: ${quote(token)} has no wildcard.`, null];
  return [
    `${quote(token)} has a path that ${quote(wanted)} ${path.endsWith('/') ? 'is not below' : 'is not'}. Queries are never compared.`,
    null,
  ];
}
