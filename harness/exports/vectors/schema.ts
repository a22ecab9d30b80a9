import { z } from 'zod';
import { decision } from '../../results/verdict.ts';
import { contextTraits } from '../../spec/explain.ts';

/** The version of the format; raised when a reader of the old one would misread the new one. */
export const VECTORS_VERSION = 2;

const meta = z.strictObject({
  content: z.string(),
  parent: z.string().describe('The name of its parent element: only a child of head counts'),
  httpEquiv: z.string().describe('Its http-equiv attribute, as written'),
});

const page = z.strictObject({
  url: z.string().describe('The URL of the response that the policies came with'),
  context: z.enum(Object.keys(contextTraits)).describe('The kind of global'),
  policy: z.array(z.string()).describe('Content-Security-Policy, a string per header line'),
  reportOnly: z.array(z.string()).describe('Content-Security-Policy-Report-Only, a string per header line'),
  meta: z.array(meta).describe('The meta elements of its markup, in order'),
  status: z.int().describe('The status of the response'),
  globalUrl: z
    .string()
    .optional()
    .describe("The global's own URL, where it is neither that of its response nor what its kind has"),
  get creator() {
    return page.optional().describe('The global that made this one, or that it is framed by');
  },
});
export type VectorPage = z.infer<typeof page>;

const request = z.strictObject({
  destination: z.string(),
  mode: z.string(),
  redirect: z.enum(['follow', 'manual', 'error']).describe('The redirect mode'),
  serviceWorkersMode: z.enum(['all', 'none']),
  initiator: z.string(),
  nonce: z.string().describe('The cryptographic nonce metadata; empty where there is none'),
  integrity: z.string().describe('The integrity metadata; empty where there is none'),
  parserMetadata: z.enum(['', 'parser-inserted', 'not-parser-inserted']),
  webTransportHashes: z.boolean().describe('A WebTransport session with serverCertificateHashes'),
  violationsOptional: z
    .boolean()
    .describe('No step says that a violation is reported, or nobody is left to hear: events may stay out'),
  client: z.boolean().describe('False where the request is made on behalf of no global: no policy is asked'),
  webrtc: z
    .boolean()
    .describe(
      'It is no request of Fetch but a connection of WebRTC: the directive `webrtc` alone speaks of it',
    ),
  refusesCredentials: z
    .boolean()
    .describe('Its API throws for a URL with a user name or a password, before there is a request'),
});

const connection = z.strictObject({
  url: z.string().describe('As given by script'),
  redirects: z.array(z.string()).describe('Where each response in turn redirects to'),
  request: request.describe("The request's parameters, as in Fetch"),
  serviceWorker: z
    .strictObject({
      responseUrl: z.string().nullable().describe('null for `new Response()` and its like'),
      type: z
        .enum(['basic', 'cors', 'default', 'error', 'opaque', 'opaqueredirect'])
        .optional()
        .describe("The response's type; default `default`"),
      redirected: z.boolean().optional().describe('The worker has followed redirects to it; default false'),
      location: z.string().optional().describe('Where it redirects to, for `Response.redirect()`'),
    })
    .optional()
    .describe('A service worker answers, with this response'),
});

const violation = z.strictObject({
  policyIndex: z.int().describe('Enforced headers first, then report-only ones, then meta elements'),
  disposition: z.enum(['enforce', 'report']),
  effectiveDirective: z.string(),
  blockedURI: z.string(),
  documentURI: z.string(),
  statusCode: z.int().nullable().describe('null where the text leaves it open'),
  times: z.int().describe('How often the text fires this event'),
  atLeastOnce: z.boolean().describe('Repetitions are contested (w3c/webappsec-csp#781): one event is enough'),
  optional: z.boolean().describe('The event may stay out'),
});

const vector = z.strictObject({
  id: z.string().describe('The id of a case of the corpus that asks this'),
  title: z.string().describe('The rule that it shows'),
  section: z.string().nullable().describe('Where that rule stands, as a web address'),
  page,
  connection,
  verdict: decision,
  by: z.enum(['csp', 'mixed-content', 'url']).nullable().describe('What blocks'),
  directive: z
    .string()
    .nullable()
    .describe('The effective directive; null where no policy governs the request'),
  matched: z
    .string()
    .nullable()
    .describe('The source expression that matched, of the last policy that governs'),
  blockedAtHop: z.int().nullable().describe('How many redirects were followed before it was blocked'),
  contacted: z.array(z.string()).describe('The http(s) URLs that are asked, in order, after upgrades'),
  disputed: z
    .array(z.string())
    .describe('The disputed points that the verdict hangs on; the verdict is by the text'),
  violations: z.array(violation),
  steps: z.array(z.int()).describe('The steps that lead to the answer: places in the list of steps'),
});
export type Vector = z.infer<typeof vector>;

const step = z.strictObject({
  anchor: z.string(),
  link: z.string().nullable(),
  what: z.string(),
  operands: z.string().optional(),
  outcome: z.string(),
});
export type VectorStep = z.infer<typeof step>;

/** The file: questions about connections with the answers of the specifications. */
export const vectorsFile = z.strictObject({
  version: z.literal(VECTORS_VERSION),
  corpus: z.string().describe('Stands for the content of the corpus that the vectors are made from'),
  leftOut: z
    .int()
    .describe(
      'How many cases are not in it: those of documents with a Connection-Allowlist, which is another text',
    ),
  steps: z.array(step).describe('Every step that an answer took, each once'),
  vectors: z.array(vector),
});
export type Vectors = z.infer<typeof vectorsFile>;

/** The JSON Schema of the file. */
export const vectorsSchema = (): object => ({
  title: `connect-src test vectors, version ${VECTORS_VERSION}`,
  ...z.toJSONSchema(vectorsFile, { target: 'draft-2020-12' }),
});
