import type { Failure } from '../../servers/index.ts';
import { urlOfAnswer } from '../catalogue/context.ts';
import { reportUrl } from '../plan/delivery.ts';
import { type PlannedCase, urlsOf } from '../plan/plan.ts';

/**
 * Whether a failure of ours may be why a case did not arrive, or why its report did not: it names the case; or it names
 * none (a tunnel does not), and its host, if that is known, is one that the case or its document's reports go to.
 */
export function touches({ case: caseId, authority }: Failure, one: PlannedCase): boolean {
  if (caseId !== null) return caseId === one.id;
  if (authority === null) return true;
  const host = authority.replace(/:\d*$/, '').toLowerCase();
  return hostsOf(one).includes(host);
}

function hostsOf({ target, document }: PlannedCase): string[] {
  const { serviceWorker } = document.context;
  const urls = [
    ...urlsOf(target),
    ...(document.reports === null ? [] : [reportUrl(document)]),
    ...(serviceWorker === undefined ? [] : [urlOfAnswer(serviceWorker) ?? '']),
  ];
  return urls.flatMap((url) => (/^[a-z]+:\/\//.test(url) ? [new URL(url).hostname] : []));
}
