import type { ExploredTarget } from '../document.ts';
import { type Invariant, whereLike, withPolicies } from '../invariant.ts';
import { isOut } from '../look.ts';

/** Takes the paths out of the sources of a list: after a redirect, they are not compared. */
const withoutPaths = (text: string): string =>
  text.replace(/(^|[\s;])((?:[a-z][\w+.-]*:\/\/)?[^\s;,/'":]+(?::[\d*]+)?)\/[^\s;,]*/gi, '$1$2');

/** A redirect is checked as a request is, with its paths ignored. */
export default {
  id: 'a-redirect-reaches-no-more',
  states: 'A redirect reaches nothing that a direct request would not reach, paths ignored.',
  spec: 'CSP#match-url-to-source-expression',
  variants(document) {
    const redirected = document.targets.filter(({ redirects }) => redirects !== undefined);
    if (redirected.length === 0) return [];
    const targets = unique(redirected.flatMap(endOf)).map((url) => ({ url }));
    return [{ ...withPolicies(document, withoutPaths), targets }];
  },
  broken(base, [direct = []]) {
    // Seen at its last URL: compare each redirected connection with the direct one to where it leads.
    const redirected = base.flatMap((seen) => {
      return endOf(seen.target).map((url) => ({ seen, asDirect: { ...seen, target: { url } } }));
    });
    return redirected
      .filter(
        ({ asDirect }) => whereLike([asDirect], direct, (one, like) => isOut(one) && !isOut(like)).length > 0,
      )
      .map(({ seen }) => seen);
  },
} satisfies Invariant;

/** Where the last redirect of a target leads; nothing where it has none. */
function endOf({ redirects }: ExploredTarget): string[] {
  const last = redirects?.at(-1);
  if (last === undefined) return [];
  return [new URL(typeof last === 'string' ? last : last.to).href];
}

const unique = (urls: readonly string[]): string[] => [...new Set(urls)];
