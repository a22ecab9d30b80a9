import type { CaseRecord } from '../results/schema.ts';
import type { Lookup } from './report.ts';

/** The contexts in which a case shows a mechanism and nothing else. */
const PLAIN_CONTEXTS: ReadonlySet<string> = new Set(['document', 'frame']);

/** Whether a case shows its mechanism and nothing else: in a document or a frame, no redirect, no disputed point. */
export const isPlain = (report: Pick<Lookup, 'documentOf'>, one: CaseRecord): boolean =>
  one.redirects.length === 0 &&
  one.spec.disputed.length === 0 &&
  PLAIN_CONTEXTS.has(report.documentOf(one)?.context ?? '');

/** Whether the specification has connect-src block it. */
export const isBlockedByConnectSrc = ({ spec }: CaseRecord): boolean =>
  spec.verdict === 'blocked' && spec.by === 'csp' && spec.directive === 'connect-src';
