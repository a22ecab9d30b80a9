import type { Call } from './mechanism.ts';

/** Null where modules of this type can be imported: a `data:` URL needs no server and no policy. */
export const importsModule = (dataUrl: string, type: string): Promise<string | null> =>
  import(dataUrl, { with: { type } }).then(
    () => null,
    (error) => `modules of type "${type}" cannot be imported: ${String(error)}`,
  );

/** Imports the URL as a module of this type. */
export function importModule({ url, record }: Call, type: string): void {
  import(url, { with: { type } })
    .then(
      () => record.resolves(),
      (error) => record.rejects(error),
    )
    .finally(() => record.settled());
}
