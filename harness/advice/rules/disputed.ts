import type { DisputeId } from '../../spec/explain.ts';
import type { Rule } from '../rule.ts';

/** What the text and browsers say, by disputed point. */
const points: Readonly<Record<DisputeId, string>> = {
  'allowlist-websocket-schemes':
    'whether a Connection-Allowlist matches a WebSocket by its http(s) request or by its own ws(s) URL (WICG/connection-allowlists#10)',
  'websocket-schemes':
    'whether a WebSocket is matched by its http(s) request, as the text has it, or by its own ws(s) URL (w3c/webappsec-csp#332)',
  'port-80-to-443': 'whether port 80 in a source covers 443 where http becomes https (w3c/webappsec-csp#439)',
  'mixed-content-when-sandboxed':
    'whether an https: page whose sandbox directive gives it an opaque origin refuses mixed content (w3c/webappsec-mixed-content#41)',
  'sandboxed-workers':
    'whether a worker runs at all whose policy has `sandbox` without `allow-scripts` and `allow-same-origin` (w3c/webappsec-csp#279)',
  'ip-literals': 'whether a host in a source can match an IP address (w3c/webappsec-csp#440)',
  'mixed-content-on-loopback':
    'whether an http: page of this machine, such as http://localhost, refuses mixed content as https: pages do (w3c/webappsec-mixed-content#73)',
};

const rule: Rule = {
  id: 'disputed',
  asks: 'Do the specification and browsers agree?',
  find({ text, browsers }) {
    if (text.verdict === browsers.verdict) return null;
    return text.disputed.map((id) => ({
      says: `The text of the specification says ${text.verdict}, Chromium, Firefox and WebKit ${browsers.verdict}: it is disputed ${points[id]}.`,
    }));
  },
};
export default rule;
