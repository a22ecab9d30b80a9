import type { Evaluation } from './evaluation.ts';
import type { CspList } from './policy.ts';
import type { Violations } from './violation.ts';

/** What a policy says to WebRTC: the value of its directive is one item, and it is `'allow'`, CSP#webrtc-pre-connect. */
const allows = (value: readonly string[]): boolean =>
  value.length === 1 && value[0]?.toLowerCase() === "'allow'";

/**
 * Whether a global's policies block WebRTC, CSP#should-block-rtc-connection. No request of Fetch is made, so that the
 * directive `webrtc` alone is asked, and nothing stands in for it.
 */
export function shouldBlockRtcConnection(
  { policies }: CspList,
  violations: Violations,
  run: Evaluation,
): boolean {
  // Step 1.
  let blocked = false;
  // Step 2.
  for (const policy of policies) {
    const value = policy.directives.get('webrtc');
    if (value === undefined) continue;
    // Step 2.1.1.
    const allowed = allows(value);
    run.step('CSP#webrtc-pre-connect', 'webrtc', value.join(' '), allowed ? 'Allowed' : 'Blocked');
    if (allowed) continue;
    // Steps 2.1.2 to 2.1.4: The violation's resource is null.
    violations.reportRtcConnection(policy, run);
    // Step 2.1.5.
    blocked ||= policy.disposition === 'enforce';
  }
  // Step 3.
  run.step('CSP#should-block-rtc-connection', 'policies together', null, blocked ? 'Blocked' : 'Allowed');
  return blocked;
}
