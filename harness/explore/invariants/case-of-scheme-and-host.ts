import { directivesOf, type Invariant, unlessSame, whereLike, withPolicies } from '../invariant.ts';
import { isOut } from '../look.ts';

/** The other case for the scheme, the host and the name of the directive; a path keeps its case, and a nonce or a hash. */
function otherCase(text: string): string {
  return directivesOf(text)
    .map((directive) => {
      const [name = '', ...sources] = directive.split(/[ \t]+/);
      if (!/^(connect|default)-src$/i.test(name)) return directive;
      return [swapped(name), ...sources.map(swappedOrigin)].join(' ');
    })
    .join('; ');
}

function swappedOrigin(source: string): string {
  if (/^'(nonce|sha)/i.test(source)) return source;
  const [, origin = '', rest = ''] = /^((?:[^/]*:\/\/)?[^/?#]*)(.*)$/.exec(source) ?? [];
  return swapped(origin) + rest;
}

const swapped = (text: string): string =>
  text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase();

/** Schemes, hosts, keywords and names of directives are compared without regard to ASCII case. */
export default {
  id: 'case-of-scheme-and-host',
  states: 'The case of a scheme, a host, a keyword and the name of the directive changes nothing.',
  spec: 'CSP#match-hosts',
  variants: (document) => unlessSame(document, withPolicies(document, otherCase)),
  broken: (base, [variant = []]) => whereLike(base, variant, (one, like) => isOut(one) !== isOut(like)),
} satisfies Invariant;
