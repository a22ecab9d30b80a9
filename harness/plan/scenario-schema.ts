import { z } from 'zod';
import { contexts, mechanisms } from '../catalogue/registry.ts';
import { optionSchema } from './options.ts';
import { contextName, mechanismName, options, scenarioFile } from './scenario.ts';

/**
 * The JSON Schema of scenario files, for editors: made from the types that the harness itself checks them with, and from
 * the names and options in the catalogue. What hangs on the catalogue in another way (whether a mechanism takes just this
 * option) is for `connect-src corpus FILE` to say.
 */
export function scenarioSchema(): object {
  const names = new Map<unknown, string[]>([
    [mechanismName, mechanisms.map(({ name }) => name)],
    [contextName, contexts.map(({ name }) => name)],
  ]);
  return {
    title: 'connect-src conformance scenarios',
    ...z.toJSONSchema(scenarioFile, {
      target: 'draft-2020-12',
      override({ zodSchema, jsonSchema }) {
        const known = names.get(zodSchema);
        if (known !== undefined) jsonSchema.enum = known;
        if (zodSchema !== options) return;
        for (const key of Object.keys(jsonSchema)) delete jsonSchema[key as keyof typeof jsonSchema];
        Object.assign(jsonSchema, {
          type: 'object',
          properties: optionProperties(),
          additionalProperties: false,
        });
      },
    }),
  };
}

/** Every option of every mechanism; one that several have may be what any of them takes. */
function optionProperties(): Record<string, object> {
  const types = new Map<string, Map<string, object>>();
  for (const mechanism of mechanisms)
    for (const [key, type] of Object.entries(mechanism.options ?? {})) {
      const schema = optionSchema(type);
      const of = types.get(key) ?? new Map<string, object>();
      types.set(key, of.set(JSON.stringify(schema), schema));
    }
  return Object.fromEntries(
    [...types].map(([key, schemas]) => {
      const [only, ...others] = schemas.values();
      return [key, others.length === 0 ? (only as object) : { anyOf: [...schemas.values()] }];
    }),
  );
}
