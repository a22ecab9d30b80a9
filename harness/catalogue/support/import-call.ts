import type { Call } from '../mechanism.ts';
import { recordPromise } from './record-promise.ts';

/** Whether the browser can parse the attributes of an `import()`: known when the agent is bundled, which leaves them out else. */
declare const IMPORT_ATTRIBUTES: boolean;

/**
 * Null where modules of this type can be imported: a `data:` URL needs no server and no policy.
 *
 * @param contentType what a module of this type is served as; its source is a string in quotes, a new one each time,
 *   since WebKit denies a `data:` module that it has kept from a document of another origin
 */
export function importsModule(contentType: string, type: string): Promise<string | null> {
  if (!IMPORT_ATTRIBUTES) return Promise.resolve('import() takes no attributes');
  const url = `data:${contentType},"${Math.random()}"`;
  return import(url, { with: { type } }).then(
    () => null,
    (error) => `modules of type "${type}" cannot be imported: ${String(error).replace(url, 'data:')}`,
  );
}

/** Imports the URL as a module of this type. */
export function importModule({ url, record }: Call, type: string): void {
  recordPromise(import(url, { with: { type } }), record);
}
