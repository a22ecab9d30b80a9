import fc from 'fast-check';

/** One of these words; one that stands there twice comes twice as often. */
export const oneOf = <T>(words: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...words);
