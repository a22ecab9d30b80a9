import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type ContextKind, contextTraits } from '../../harness/spec/explain.ts';

const root = path.resolve(import.meta.dirname, '../..');
const verdict = z.enum(['allowed', 'blocked']);

/** A kind of real policy, what it lets out, and what the advice is where it does not. */
const example = z.strictObject({
  title: z.string(),
  about: z.string(),
  page: z.url(),
  policy: z.array(z.string()).optional(),
  reportOnly: z.array(z.string()).optional(),
  meta: z.array(z.string()).optional(),
  context: z.enum(Object.keys(contextTraits) as ContextKind[]).optional(),
  connections: z.array(
    z.strictObject({
      by: z.string(),
      url: z.string(),
      redirects: z.array(z.string()).optional(),
      /** In browsers. */
      expect: verdict,
      /** In a browser that is known to differ. */
      but: z.partialRecord(z.enum(['chromium', 'firefox', 'webkit']), verdict).optional(),
      /** By the text of the specification, where that is another. */
      spec: verdict.optional(),
      /** Rules that have to speak. */
      advice: z.array(z.string()).optional(),
      /** What the smallest change adds. */
      add: z.string().optional(),
    }),
  ),
});
export type Example = z.infer<typeof example>;

/** Every example by the name of its file. */
export const examples: [name: string, example: Example][] = readdirSync(path.join(root, 'examples')).map(
  (file) => [
    file.replace('.json', ''),
    example.parse(JSON.parse(readFileSync(path.join(root, 'examples', file), 'utf8'))),
  ],
);

/** Where an example's page in the documentation stands. */
export const pageOf = (name: string): string => path.join(root, `docs/examples/${name}.md`);
