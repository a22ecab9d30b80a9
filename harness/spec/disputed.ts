import { allowlistDisputeIds } from '../connection-allowlist/run.ts';

/**
 * The points where the text says one thing, browsers do another, and an open issue of the specification says so: what they
 * are, and where they are discussed, stands in `scenarios/expectations/disputed.json`. Each is a switch: the oracle answers by the text
 * unless told to use the reading that browsers share. Those of Connection Allowlists are left open by a draft, and no reading of
 * them is shared yet.
 */
export const disputeIds = [
  'websocket-schemes',
  'port-80-to-443',
  'ip-literals',
  'mixed-content-on-loopback',
  'mixed-content-when-sandboxed',
  'sandboxed-workers',
  ...allowlistDisputeIds,
] as const;

/** The name of a disputed point. */
export type DisputeId = (typeof disputeIds)[number];

/** Which disputed points are read as browsers read them (`true`); the others follow the text. */
export type Reading = Readonly<Partial<Record<DisputeId, boolean>>>;
