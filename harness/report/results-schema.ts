import { z } from 'zod';
import { results, SCHEMA_VERSION } from '../judgement/results.ts';

/** The JSON Schema of `results.json`, generated from the types that the harness itself reads and writes it with. */
export function resultsSchema(): object {
  return {
    title: `connect-src conformance results, version ${SCHEMA_VERSION}`,
    ...z.toJSONSchema(results, { target: 'draft-2020-12' }),
  };
}
