/** The element that delivers a policy. */
export const metaElement = (policy: string): string =>
  `<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">`;

/** As text or an attribute of HTML; what is no printable ASCII by its number. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"]|[^ -~]/g, (character) => `&#${character.charCodeAt(0)};`);

/** As a string of JavaScript. */
export const quoted = (text: string): string =>
  `'${text.replace(/['\\]/g, '\\$&').replace(/[^ -~]/g, (character) => `\\u${codeOf(character)}`)}'`;

const codeOf = (character: string): string => character.charCodeAt(0).toString(16).padStart(4, '0');

/** The text of a file. */
export const lines = (all: readonly string[]): string => `${all.join('\n')}\n`;
