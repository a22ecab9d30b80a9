import { z } from 'zod';
import { resultsFile } from './file-schema.ts';
import { SCHEMA_VERSION } from './schema.ts';

/** The JSON Schema of `results.json`, generated from the types that the harness itself reads and writes it with. */
export function resultsSchema(): object {
  return {
    title: `connect-src conformance results, version ${SCHEMA_VERSION}`,
    ...z.toJSONSchema(resultsFile, { target: 'draft-2020-12', io: 'input' }),
  };
}
