import { directivesOf, type Invariant, unlessSame, whereLike, withPolicies } from '../invariant.ts';
import { isOut } from '../look.ts';

/** The same text with every source list turned round, and its first source named twice. */
function turned(text: string): string {
  if (text.includes(',')) return text;
  return directivesOf(text)
    .map((directive) => {
      const [name = '', ...sources] = directive.split(/[ \t]+/);
      if (sources.length === 0 || !/^(connect|default)-src$/i.test(name)) return directive;
      // 'none' is nothing beside another source.
      const twice = sources.some((source) => /^'none'$/i.test(source)) ? [] : sources.slice(0, 1);
      return [name, ...sources.toReversed(), ...twice].join(' ');
    })
    .join('; ');
}

/** A list matches when one of its sources does. */
export default {
  id: 'order-of-sources',
  states: 'The order of sources, and naming one twice, changes nothing.',
  spec: 'CSP#match-url-to-source-list',
  variants: (document) => unlessSame(document, withPolicies(document, turned)),
  broken: (base, [variant = []]) => whereLike(base, variant, (one, like) => isOut(one) !== isOut(like)),
} satisfies Invariant;
