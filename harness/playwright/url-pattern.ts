/** URLs that a test speaks of: one as it is, with `*` for anything, several with spaces between them; or a RegExp. */
export type UrlPattern = string | RegExp;

/** Whether a URL is meant. A fragment does not count, since browsers tell none. */
export function isMeant(url: string, pattern: UrlPattern): boolean {
  // A copy: one with the flag `g` would remember where it was.
  if (typeof pattern !== 'string') return new RegExp(pattern).test(url);
  return pattern
    .trim()
    .split(/\s+/)
    .some((one) => asRegExp(one).test(url));
}

/** A host without a path means its root, as browsers write it. */
function asRegExp(pattern: string): RegExp {
  const [whole = ''] = pattern.split('#');
  const spelled = /^[a-z]+:\/\/[^/?]+$/i.test(whole) && !whole.endsWith('*') ? `${whole}/` : whole;
  const parts = spelled.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}
