import type { Delivered, PlannedDocument } from './plan.ts';
import { REPORT_ORIGIN } from './world.ts';

/** Nothing delivered at all. */
export const none: Delivered = {
  policy: [],
  reportOnly: [],
  meta: [],
  allowlist: [],
  allowlistReportOnly: [],
};

/** Which policies go out with the global's own response or markup, and which with the document that creates it. */
export interface Delivery {
  own: Delivered;
  /** Null where nothing creates the global: it is the opened document. */
  creator: Delivered | null;
}

/**
 * Decides where a document's policies are delivered.
 *
 * A global with a response of its own gets them on that response. One that inherits has none, so they go out with its
 * creator, but for metas, which can stand in the markup of a frame.
 */
export function delivery(document: PlannedDocument): Delivery {
  const { context } = document;
  const policies = withReports(document);
  if (!context.created) return { own: policies, creator: null };
  if (context.own) return { own: policies, creator: document.creator ?? none };
  const frame = context.global === 'window';
  return {
    own: frame ? { ...none, meta: policies.meta } : none,
    creator: document.creator ?? { ...policies, meta: frame ? [] : policies.meta },
  };
}

/** What is written for a document, and for its creator where that has policies of its own. */
export const everyDelivery = (document: PlannedDocument): readonly Delivered[] =>
  document.creator === null ? [document] : [document, document.creator];

/** Whether any Connection-Allowlist goes out with a document or with its creator: not every browser knows that header. */
export const deliversAllowlist = (document: PlannedDocument): boolean =>
  everyDelivery(document).some(
    ({ allowlist, allowlistReportOnly }) => allowlist.length + allowlistReportOnly.length > 0,
  );

/** Where this document's reports go. */
export const reportUrl = (document: PlannedDocument): string =>
  `${collectorOrigin(document)}/report/?document=${document.id}`;

function collectorOrigin({ page, collector }: PlannedDocument): string {
  const { protocol, host, origin } = new URL(page);
  if (collector === 'cross-site') return REPORT_ORIGIN;
  return collector === 'same-origin' ? origin : `${protocol}//reports.${host}`;
}

/** A cookie that every request to the page's site has, where its credentials mode lets it. */
export const reportCookie = ({ page }: PlannedDocument): string =>
  `report=1; Domain=${new URL(page).hostname}; Path=/report/; Secure; SameSite=None`;

/** The group that `report-to` names; the response maps it to {@link reportUrl}. */
export const REPORT_GROUP = 'reports';

function withReports(document: PlannedDocument): Delivered {
  const directive = {
    'report-uri': `report-uri ${reportUrl(document)}`,
    'report-to': `report-to ${REPORT_GROUP}`,
  };
  const add = (policy: string) => (document.reports ? `${policy}; ${directive[document.reports]}` : policy);
  const reportTo = document.reports === 'report-to' ? `;report-to=${REPORT_GROUP}` : '';
  return {
    allowlist: document.allowlist.map((line) => line + reportTo),
    allowlistReportOnly: document.allowlistReportOnly.map((line) => line + reportTo),
    policy: document.policy.map(add),
    reportOnly: document.reportOnly.map(add),
    meta: document.meta.map(add),
  };
}

/** A policy as its header carries it: characters outside ASCII go out as their UTF-8 bytes. */
export const headerValue = (policy: string): string => Buffer.from(policy, 'utf8').toString('latin1');
