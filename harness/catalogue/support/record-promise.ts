import type { Recorder } from '../mechanism.ts';

/** Records which way the promise of a call went; script learns no more. What it is fulfilled with is nothing to compare. */
export function recordPromise(promise: Promise<unknown>, record: Recorder): void {
  promise
    .then(
      () => record.resolves(),
      (error) => record.rejects(error),
    )
    .finally(() => record.settled());
}
