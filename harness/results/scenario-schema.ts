import { z } from 'zod';
import { claim } from '../plan/scenario.ts';

const policies = {
  policy: z.array(z.string()),
  reportOnly: z.array(z.string()),
  meta: z.array(z.string()),
  allowlist: z.array(z.string()).optional().describe('Connection-Allowlist, where there is any'),
  allowlistReportOnly: z
    .array(z.string())
    .optional()
    .describe('Connection-Allowlist-Report-Only, where there is any'),
};

export const documentRecord = z.strictObject({
  id: z.string(),
  page: z.string().describe('The URL the document (or the creator of the global) was opened at'),
  context: z.string(),
  ...policies,
  creator: z.strictObject(policies).optional(),
  metaMarkup: z
    .strictObject({
      text: z.string(),
      follows: z.boolean().describe('Whether it comes once the connections are opened'),
    })
    .optional()
    .describe('What brings the metas to where they are, where they do not simply stand in head'),
  note: z
    .string()
    .optional()
    .describe('What else sets this document apart: where its meta stands, its sandbox …'),
});
export type DocumentRecord = z.infer<typeof documentRecord>;

/** What is opened: a mechanism, and where it leads to. */
export const connectionFields = {
  mechanism: z.string(),
  url: z.string(),
  redirects: z.array(z.strictObject({ status: z.number(), to: z.string() })),
  options: z.record(z.string(), z.unknown()).describe('What else the connection or its target was told'),
};

export const scenarioRecord = z.strictObject({
  id: z.string(),
  title: z.string(),
  rule: z.string().describe('The file of the corpus it stands in'),
  spec: z.string().optional(),
  claim: claim.optional(),
  sources: z.array(z.string()).optional().describe('Public pages or bugs this scenario comes from'),
  documents: z.array(documentRecord),
});
export type ScenarioRecord = z.infer<typeof scenarioRecord>;
