import { z } from 'zod';
import { metaPlacementNames } from './meta-placements.ts';

const oneOrMore = z.union([z.string(), z.array(z.string())]);

/** How the target's responses take part in CORS. `preflight-rejected` answers the preflight without permission. */
export const cors = z.enum(['none', '*', 'origin', 'credentials', 'preflight-rejected']);

const hop = z.strictObject({
  status: z
    .union([z.literal(301), z.literal(302), z.literal(303), z.literal(307), z.literal(308)])
    .optional()
    .describe('Default 302'),
  to: z.string().describe('The URL the response redirects to'),
  cors: cors.optional().describe('Default *'),
});

/** The name of a mechanism of the catalogue. */
export const mechanismName = z.string();

/** The name of a context of the catalogue. */
export const contextName = z.string();

/** What a target tells its mechanisms, as far as the schema goes; `options.ts` checks it by what each mechanism takes. */
export const options = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.record(z.string(), z.string())]),
);

/** A URL to connect to, or a URL with what its server answers and what the call is told. */
export const target = z.union([
  z.string(),
  z.strictObject({
    url: z.string(),
    redirects: z.array(z.union([z.string(), hop])).optional(),
    cors: cors.optional(),
    status: z.number().int().min(200).max(599).optional(),
    options: options.optional().describe('Told to the mechanism: method, headers, credentials, redirect, …'),
    by: z.array(mechanismName).optional().describe('Only these of the document’s mechanisms'),
  }),
]);
export type Target = z.infer<typeof target>;

const delivery = {
  policy: oneOrMore.optional().describe('Content-Security-Policy, one string a header line'),
  reportOnly: oneOrMore.optional().describe('Content-Security-Policy-Report-Only, one string a header line'),
  meta: oneOrMore.optional().describe('<meta http-equiv=Content-Security-Policy>, one string an element'),
  allowlist: oneOrMore.optional().describe('Connection-Allowlist, one string a header line'),
  allowlistReportOnly: oneOrMore
    .optional()
    .describe('Connection-Allowlist-Report-Only, one string a header line'),
};

/** One page (URL, policies, context) and the connections opened from it. */
export const document = z.strictObject({
  page: z.string().optional().describe('Default https://page.test/'),
  ...delivery,
  context: contextName.optional().describe('Default frame; see harness/catalogue/contexts'),
  creator: z
    .strictObject(delivery)
    .optional()
    .describe('Policies of the document that creates this global, where they are not its own'),
  metaPlacement: z
    .enum(metaPlacementNames)
    .optional()
    .describe('Where and when the meta stands, see harness/plan/meta-placements.ts; default head'),
  metaName: z.string().optional().describe('http-equiv; default Content-Security-Policy'),
  markup: z.string().optional().describe('Markup put at the start of head'),
  status: z.number().int().min(200).max(599).optional().describe('HTTP status of the page'),
  reports: z
    .enum(['report-uri', 'report-to'])
    .optional()
    .describe(
      'Add this directive to every policy, and report-to to every allowlist, and collect the reports',
    ),
  collector: z
    .enum(['same-origin', 'same-site', 'cross-site'])
    .optional()
    .describe('Where the reports go; for the first two the browser is given a cookie. Default cross-site'),
  by: z.union([mechanismName, z.array(mechanismName)]),
  allows: z.array(target).optional(),
  blocks: z.array(target).optional(),
  refuses: z
    .array(target)
    .optional()
    .describe('What the API itself refuses, whatever the policy: fetch() a URL with user name or password'),
});
export type DocumentSource = z.infer<typeof document>;

/** A statement of a named document that a scenario restates. */
export const claim = z.strictObject({
  page: z.string(),
  url: z.string(),
  statement: z.string(),
  shows: z
    .strictObject({ in: z.enum(['outcome', 'console']), words: z.string().min(1) })
    .optional()
    .describe(
      'The words every blocked case must show, and where; without it the claim is about what is let out',
    ),
});

/** One rule of the specification, or one claim of a named document, shown by a few documents. */
export const scenario = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is words of a–z and 0–9 joined by hyphens'),
  title: z.string().min(1).describe('The rule in one sentence'),
  spec: z.string().optional().describe('Its anchor, as CSP#match-paths'),
  claim: claim
    .optional()
    .describe('The document that says so; a claim may be wrong, and testing it shows that'),
  sources: z.array(z.string()).optional().describe('Public bugs or pages it comes from'),
  documents: z.array(document).min(1),
});
export type Scenario = z.infer<typeof scenario>;

/** What a scenario file holds. */
export const scenarioFile = z.strictObject({
  $schema: z.string().optional().describe('For editors: the address of scenario.schema.json'),
  scenarios: z.array(scenario).min(1),
});
