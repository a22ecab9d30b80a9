import { validateHeaderValue } from 'node:http';
import { UserError } from '../../errors.ts';
import { delivery, everyDelivery, headerValue } from '../delivery.ts';
import type { Delivered, PlannedDocument, PlannedScenario } from '../plan.ts';

/**
 * How many bytes all policies in the headers of one response may take, with the names of the headers. Past 64 KiB for the
 * whole head WebKitGTK 2.50 takes no response, and past 256 KiB Chromium 156 takes none (300 KB is nothing to Firefox 153,
 * 900 KB is too much), as measured on 2026-11-24. The rest of the 64 KiB is for the other headers of a page.
 */
export const MAX_POLICY_BYTES = 64_000;

/** A policy that no header can carry could not be served, or not be read: reject it before anything runs. */
export function checkHeaders({ documents, file, scenario }: PlannedScenario): void {
  for (const [index, document] of documents.entries()) {
    const where = `${file}: scenario "${scenario.id}", document ${index + 1}`;
    const sent = everyDelivery(document).flatMap((delivered) => [
      ...delivered.policy,
      ...delivered.reportOnly,
      ...delivered.allowlist,
      ...delivered.allowlistReportOnly,
    ]);
    const bad = sent.find((text) => !fitsHeader(text));
    if (bad !== undefined)
      throw new UserError(
        `${where}: the policy ${JSON.stringify(bad)} holds a control character, which no header can carry`,
        'Write it on one line; in YAML, "policy: >-" joins several, while "policy: |" ends in a line break.',
      );
    const bytes = largest(document);
    if (bytes > MAX_POLICY_BYTES)
      throw new UserError(
        `${where}: its policies take ${bytes} bytes of one response's headers, and not every browser reads more than ${MAX_POLICY_BYTES}`,
        'Shorten them, or deliver them by "meta", which has no limit.',
      );
  }
}

/** Whether a header can carry a policy: it holds no control character. */
export function fitsHeader(policy: string): boolean {
  try {
    validateHeaderValue('Content-Security-Policy', headerValue(policy));
    return true;
  } catch {
    return false;
  }
}

/** What the policies of the document or of its creator take, whichever is more. */
function largest(document: PlannedDocument): number {
  const { own, creator } = delivery(document);
  return Math.max(bytesOf(own), creator === null ? 0 : bytesOf(creator));
}

const bytesOf = ({ policy, reportOnly, allowlist, allowlistReportOnly }: Delivered): number =>
  linesOf('Content-Security-Policy', policy) +
  linesOf('Content-Security-Policy-Report-Only', reportOnly) +
  linesOf('Connection-Allowlist', allowlist) +
  linesOf('Connection-Allowlist-Report-Only', allowlistReportOnly);

/** Each with its name, its colon and its line break. */
const linesOf = (name: string, policies: readonly string[]): number =>
  policies.reduce((sum, policy) => sum + name.length + Buffer.byteLength(policy) + ': \r\n'.length, 0);
