import { UserError } from '../../errors.ts';
import type { EngineName } from '../engine.ts';

/** The products that can be asked for by version, and the engine of each. */
export const PRODUCTS: Readonly<Record<string, EngineName>> = {
  chromium: 'chromium',
  chrome: 'chromium',
  firefox: 'firefox',
  webkitgtk: 'webkit',
};

/** A version of a product as it was asked for: `chromium@119` is any 119. */
export interface VersionRequest {
  product: string;
  engine: EngineName;
  /** One or more numbers with dots between them; a version answers to it that begins with all of them. */
  version: string;
}

/** Whether this version is one of those that were asked for: `119.0.6045.0` is a `119`, `11.9` is none. */
export const answers = (version: string, asked: string): boolean =>
  version === asked || version.startsWith(`${asked}.`);

/** What a browser of the cache is called, in the cache and in a run: `chromium-119`. */
export const nameOf = ({ product, version }: VersionRequest): string => `${product}-${version}`;

/**
 * Reads what is asked for: `chromium@119`, or `chromium@92..119`, which is each whole number of the two and between.
 *
 * @throws {UserError} where it is neither
 */
export function parseRequests(text: string): VersionRequest[] {
  const [, product = '', first = '', last] = /^([a-z]+)@(\d+(?:\.\d+)*)(?:\.\.(\d+))?$/.exec(text) ?? [];
  if (product === '')
    throw new UserError(
      `${text}: this names no version of a browser`,
      'Write the product, @ and its version: chromium@119, or chromium@92..119 for all between',
    );
  const engine = Object.hasOwn(PRODUCTS, product) ? PRODUCTS[product] : undefined;
  if (engine === undefined)
    throw new UserError(
      `${text}: there is no product ${product}`,
      `Use one of ${Object.keys(PRODUCTS).join(', ')}`,
    );
  if (last === undefined) return [{ product, engine, version: first }];
  const [from, to] = [Number(first), Number(last)];
  if (!Number.isInteger(from) || from > to || to - from > 500)
    throw new UserError(
      `${text}: this is no range of versions`,
      'Write two whole numbers, the older one first: chromium@92..119',
    );
  return Array.from({ length: to - from + 1 }, (_, index) => ({
    product,
    engine,
    version: String(from + index),
  }));
}

/** Versions in their order, number by number. */
export const compareVersions = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });
