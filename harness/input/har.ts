import * as z from 'zod/mini';
import { UserError } from '../errors.ts';
import type { MetaElement } from '../spec/explain.ts';
import { parseUrl } from '../spec/url-record.ts';
import { connectionsOf, type HarConnection } from './har-connections.ts';
import { type HarEntry, harEntry, headerOf } from './har-entry.ts';
import { allowlistsOf, type ResponseAllowlists } from './response-headers.ts';

/** A document of a HAR: its own policies, and the connections that it made. */
export interface HarDocument extends ResponseAllowlists {
  url: string;
  status: number;
  policy: string[];
  reportOnly: string[];
  meta: MetaElement[];
  connections: HarConnection[];
}

/** No more characters than this are read: a HAR holds the bodies of responses too. */
export const longestHar = 256 << 20;

const harFile = z.object({ log: z.object({ entries: z.array(harEntry).check(z.maxLength(100_000)) }) });

/**
 * Reads a HAR, as browsers' tools save it: its documents in order, each with the connections it made. Requests that
 * `connect-src` does not govern, preflights and reports are left out, and so are documents without connections.
 *
 * @param name what it was given as, for errors
 * @param metasOf reads the `<meta>` policies of a document's markup, where the HAR holds it
 * @throws {UserError} where it is too long, no JSON, or no HAR
 */
export function readHar(
  text: string,
  name: string,
  metasOf: (markup: string) => MetaElement[],
): HarDocument[] {
  const entries = entriesOf(text, name);
  const documents = entries.filter(isDocument);
  const connections = connectionsOf(entries, documents);
  return documents.flatMap((one) => {
    const own = connections.get(one) ?? [];
    if (own.length === 0) return [];
    const { request, response } = one;
    // Where a header comes twice, browsers write one value with a line break in it.
    const valuesOf = (header: string) =>
      response.headers
        .filter(({ name }) => name.toLowerCase() === header)
        .flatMap(({ value }) => value.split('\n'));
    return [
      {
        url: request.url,
        status: response.status,
        policy: valuesOf('content-security-policy'),
        reportOnly: valuesOf('content-security-policy-report-only'),
        ...allowlistsOf(valuesOf),
        meta: metasOf(markupOf(one)),
        connections: own,
      },
    ];
  });
}

function entriesOf(text: string, name: string): HarEntry[] {
  if (text.length > longestHar)
    throw new UserError(
      `${name}: longer than ${longestHar >> 20} MB`,
      'Save it again without the contents of responses.',
    );
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new UserError(`${name}: not JSON`, 'Give a HAR as the network panel of a browser saves it.');
  }
  const read = harFile.safeParse(json);
  if (read.success) return read.data.log.entries;
  const [issue] = read.error.issues;
  throw new UserError(
    `${name}: no HAR: ${issue?.path.join('.') || 'the file'}: ${issue?.message}`,
    'Give a HAR as the network panel of a browser saves it.',
  );
}

/** Whether an entry is a document that arrived: a page or a frame, and no redirect to one. */
function isDocument(one: HarEntry): boolean {
  const { request, response } = one;
  if (parseUrl(request.url) === null || response.status < 200 || isRedirect(response.status)) return false;
  const destination = headerOf(request, 'sec-fetch-dest');
  if (destination !== undefined) return ['document', 'iframe', 'frame'].includes(destination);
  if (one._resourceType !== undefined) return one._resourceType === 'document';
  return request.method === 'GET' && /^text\/html\b/i.test(response.content?.mimeType ?? '');
}

const isRedirect = (status: number): boolean => status >= 300 && status < 400 && status !== 304;

function markupOf({ response: { content } }: HarEntry): string {
  const { text = '', encoding } = content ?? {};
  if (encoding !== 'base64') return text;
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (one) => one.charCodeAt(0)));
  } catch {
    return '';
  }
}
