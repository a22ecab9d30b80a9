/** Where the tests go in web-platform-tests. */
export const FOLDER = 'content-security-policy/connect-src';

/** Files by their paths in web-platform-tests; text of characters up to U+00FF, each a byte. */
export type Files = Record<string, string>;
