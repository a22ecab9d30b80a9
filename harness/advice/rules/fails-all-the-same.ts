import type { OtherReason } from '../../spec/explain.ts';
import type { Rule } from '../rule.ts';

/** What else stops a connection, why no change of a policy helps, and what does. */
const reasons: Readonly<Record<OtherReason, string>> = {
  'mixed-content':
    'It is mixed content: a secure page connects to no http: or ws: URL, whatever its policies say. Use https: or wss:; `upgrade-insecure-requests` makes http: into https: before it is checked.',
  'connection-allowlist':
    'A Connection-Allowlist does not let it through, whatever the Content-Security-Policy says: add a pattern for its URL to that header, or `redirects=allow` where it is redirected.',
  'bad-port':
    'Fetch refuses its port, whatever the policies say: it belongs to another protocol. Use another port.',
  'redirect-mode':
    'It is redirected, and this kind of request follows no redirects, whatever the policies say: connect to the target.',
  'redirect-scheme':
    'It is redirected to a URL that is not http: or https:, which fails whatever the policies say.',
  'redirect-limit': 'It is redirected more than 20 times, which fails whatever the policies say.',
  'redirect-url': 'It is redirected to something that is no URL, which fails whatever the policies say.',
  'redirect-credentials':
    'It is redirected to a URL with a user name or a password, which a cross-origin request may not follow, whatever the policies say.',
  'service-worker-answer':
    'The service worker answers with a response that this kind of request may not be given, whatever the policies say.',
  'same-origin-mode':
    'It is to another origin, and its mode is same-origin, which fails whatever the policies say.',
  'not-fetchable':
    'A browser answers no such URL to this kind of request, or not one of another origin, whatever the policies say.',
};

const rule: Rule = {
  id: 'fails-all-the-same',
  asks: 'Can any change of the policy allow it?',
  find({ text, browsers }) {
    const all = new Set([...text.alsoBlockedBy, ...browsers.alsoBlockedBy]);
    for (const { by } of [text, browsers])
      if (by === 'mixed-content' || by === 'connection-allowlist') all.add(by);
    return [...all].map((reason) => ({ says: reasons[reason] }));
  },
};
export default rule;
