import type { LedgerEntry } from './ledger.ts';
import { parseUrl } from './parse-url.ts';

/**
 * Whether an arrival came to one of the URLs that are planned for its hop. Queries are not looked at, and a plan that is
 * not secure may have been upgraded: https://www.w3.org/TR/upgrade-insecure-requests/#upgrade-request
 *
 * @param planned the URLs of hop n at index n
 */
export function arrivesAt(
  { url, hop }: Pick<LedgerEntry, 'url' | 'hop'>,
  planned: ReadonlyArray<readonly string[]>,
): boolean {
  const came = parseUrl(url);
  return came !== null && (planned[hop] ?? []).some((text) => isSame(came, parseUrl(text)));
}

function isSame(came: URL, plan: URL | null): boolean {
  if (plan === null || came.hostname !== plan.hostname || pathOf(came) !== pathOf(plan)) return false;
  const asPlanned = isSecure(came) === isSecure(plan) && portOf(came) === portOf(plan);
  return asPlanned || (isSecure(came) && !isSecure(plan) && upgradedPort(portOf(plan)) === portOf(came));
}

const isSecure = ({ protocol }: URL): boolean => protocol === 'https:' || protocol === 'wss:';

const portOf = (url: URL): number => Number(url.port || (isSecure(url) ? 443 : 80));

const upgradedPort = (port: number): number => (port === 80 ? 443 : port);

/** The bytes of the path: WebKitGTK decodes what needs no encoding (https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2.2). */
const pathOf = ({ pathname }: URL): string =>
  pathname.replace(/%[0-9a-f]{2}/gi, (encoded) => String.fromCharCode(Number.parseInt(encoded.slice(1), 16)));
