import { type Item, isInnerList, type List, Token } from 'structured-headers';
import { URLPattern } from 'urlpattern-polyfill/urlpattern';
import type { AllowedPattern, AllowlistDisposition, AllowOrBlock, ConnectionAllowlist } from './allowlist.ts';
import { inWords } from './allowlist.ts';
import type { Run } from './run.ts';

/**
 * Parses a Connection Allowlist header, CA#parsing; null where it asserts no allowlist. Whatever is not understood in the
 * first inner list is skipped, and whatever follows that list too.
 *
 * @param origin the serialised origin of the response's URL, for `response-origin`
 */
export function parseHeader(
  list: List,
  origin: string,
  disposition: AllowlistDisposition,
  run: Run,
): ConnectionAllowlist | null {
  const [first] = list;
  // Steps 1 and 2.
  if (first === undefined || !isInnerList(first)) {
    const why = first === undefined ? 'empty' : 'its first item is no inner list';
    run.step('CA#parsing', `list, ${disposition}`, null, `${why}: no allowlist`);
    return null;
  }
  const [items, parameters] = first;
  const endpoint = parameters.get('report-to');
  // Step 3.
  const allowlist: ConnectionAllowlist = {
    disposition,
    // Step 4.
    allowlist: items.map((item) => patternOf(item, origin, run)).filter((each) => each !== null),
    // Step 5.1.
    reportingEndpoint: endpoint instanceof Token ? endpoint.toString() : null,
    // Step 5.2.
    redirects: allowOrBlock(parameters.get('redirects')),
    // Step 5.3.
    webrtc: allowOrBlock(parameters.get('webrtc')),
  };
  run.step('CA#parsing', `allowlist from a header, ${disposition}`, null, inWords(allowlist));
  // Step 6.
  return allowlist;
}

/** A parameter that is a token other than `block` allows, so that later words for it do no harm; any other value is as none. */
const allowOrBlock = (value: unknown): AllowOrBlock =>
  value instanceof Token && value.toString() !== 'block' ? 'allow' : 'block';

/** The pattern of an item; null where there is none. */
function patternOf([value]: Item, origin: string, run: Run): AllowedPattern | null {
  // Steps 4.1 to 4.3.
  const isOrigin = value instanceof Token && value.toString() === 'response-origin';
  const text = isOrigin ? origin : typeof value === 'string' ? value : null;
  // Step 4.4.
  if (text === null) {
    run.step('CA#parsing', 'item', String(value), 'neither a string nor response-origin: skipped');
    return null;
  }
  // Step 4.5: URLPATTERN#build-a-url-pattern-from-an-http-structured-field-value, without a base URL.
  try {
    return { text, pattern: new URLPattern(text) };
  } catch {
    run.step('CA#parsing', isOrigin ? 'response-origin' : 'string', text, 'no URL pattern: skipped');
    return null;
  }
}
