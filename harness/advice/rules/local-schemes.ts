import type { Rule } from '../rule.ts';
import { quote } from '../words.ts';

/** What else is to be known of the source for a scheme. */
const notes: Readonly<Record<string, string>> = {
  data: 'Nothing leaves by it: a `data:` URL carries its own content.',
  blob: 'Nothing leaves by it: only `blob:` URLs of the page itself can be fetched.',
  filesystem: '`filesystem:` URLs exist in Chromium alone.',
};

const rule: Rule = {
  id: 'local-schemes',
  asks: "Why are data: and blob: blocked, though there is 'self' or *?",
  find(situation) {
    const { blocking, target } = situation;
    const note = target === null ? undefined : notes[target.scheme];
    if (blocking.length === 0 || note === undefined || target === null) return null;
    const source = `${target.scheme}:`;
    return {
      says: `Neither \`'self'\` nor \`*\` covers ${quote(source)} URLs; only the source ${quote(source)} does. ${note}`,
      change: situation.adding(source),
    };
  },
};
export default rule;
