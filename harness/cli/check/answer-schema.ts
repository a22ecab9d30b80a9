import { z } from 'zod';
import { decision, verdict } from '../../results/verdict.ts';

const byBrowser = <T extends z.ZodType>(value: T) => z.record(z.string(), value);

/** What a browser did; `impossible` where nothing could be tried under the policy, and `way` says why. */
export const observed = z.enum([...verdict.options, 'impossible']);
export type ObservedVerdict = z.infer<typeof observed>;

const edit = z.object({
  in: z.enum(['policy', 'report-only', 'meta']).describe('How the policy that is changed is delivered'),
  policy: z.number().int().describe('Its position among those of that kind'),
  up: z.number().int().describe('How many creators up it is delivered'),
  directive: z.string(),
  add: z.string().describe('The sources that are added'),
});

const advice = z.strictObject({
  id: z.string().describe('The rule that gives it'),
  says: z.string(),
  change: edit
    .extend({
      policies: z.array(z.string()).describe('All policies of that kind after the change'),
      also: z.array(edit).describe('What has to be changed in other policies as well'),
    })
    .optional(),
  checked: byBrowser(observed)
    .optional()
    .describe('What each browser did after the change; absent where it was not tried'),
});

const connection = z.strictObject({
  url: z.string(),
  redirects: z.array(z.string()),
  by: z.string().describe('The mechanism'),
  page: z.string(),
  context: z.string(),
  spec: decision.describe('What the specifications say'),
  decided: z.strictObject({
    by: z.string().nullable().describe('csp, mixed-content or url; null where it is allowed'),
    directive: z.string().nullable(),
    hop: z.number().int().nullable().describe('After how many redirects it is blocked'),
  }),
  observed: byBrowser(observed),
  reason: byBrowser(z.string()).describe('Which evidence each verdict follows from'),
  script: byBrowser(z.string()).describe('What script saw'),
  way: z
    .strictObject({ how: z.enum(['script', 'injected', 'impossible']), because: z.string() })
    .describe('How the harness got into the document; its policies are delivered as they are written'),
  notes: z.array(z.string()),
  advice: z.array(advice),
});
export type AnsweredConnection = z.infer<typeof connection>;
export type CheckedAdvice = z.infer<typeof advice>;

/** What `connect-src check --json` prints for options. */
export const answer = z.strictObject({
  browsers: z.array(z.strictObject({ name: z.string(), version: z.string() })),
  notes: z.array(z.string()).describe('What of the input was left out'),
  connections: z.array(connection),
});
export type Answer = z.infer<typeof answer>;

/** The same as a JSON Schema. */
export const answerSchema = (): object => ({
  title: 'connect-src check --json',
  ...z.toJSONSchema(answer, { target: 'draft-2020-12' }),
});
