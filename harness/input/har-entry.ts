// The report's form reads HARs too: of this part of zod only what is used gets into its script.
import * as z from 'zod/mini';

const header = z.object({ name: z.string(), value: z.string() });

/** The parts of a HAR's entry that are looked at; names that start with `_` are Chromium's own. */
export const harEntry = z.object({
  pageref: z.optional(z.string()),
  _resourceType: z.optional(z.string()),
  request: z.object({ method: z.string(), url: z.string(), headers: z.array(header) }),
  response: z.object({
    status: z.number(),
    headers: z.array(header),
    redirectURL: z.catch(z.optional(z.string()), undefined),
    content: z.optional(
      z.object({
        mimeType: z.optional(z.string()),
        text: z.optional(z.string()),
        encoding: z.optional(z.string()),
      }),
    ),
  }),
});
export type HarEntry = z.infer<typeof harEntry>;

/** The first value of a request's header. @param name in lower case */
export const headerOf = ({ headers }: HarEntry['request'], name: string): string | undefined =>
  headers.find((one) => one.name.toLowerCase() === name)?.value;
