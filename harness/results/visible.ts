/** Control characters, and those that turn the direction of text or have no width. */
const HIDDEN = /(?![\n\t])[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * Text in which nothing hides, and nothing acts on a terminal: what a title, a URL or a browser's message holds of control
 * characters is written as `\u{1b}`.
 */
export const visible = (text: string): string =>
  text.replace(HIDDEN, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
