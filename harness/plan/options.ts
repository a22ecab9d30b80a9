import type { Mechanism, OptionType } from '../catalogue/mechanism.ts';
import { UserError } from '../errors.ts';
import { suggest } from './suggest.ts';

/**
 * Checks what a target tells its mechanisms. A target may be shared by several: each key must be an option of one of them
 * at least, and its value one that every mechanism takes which has that option.
 *
 * @param where file, scenario and document, for errors
 * @throws {UserError} naming the target, the key and what may stand there
 */
export function checkOptions(
  target: { url: string; options: Readonly<Record<string, unknown>> },
  mechanisms: readonly Mechanism[],
  where: string,
): void {
  const names = mechanisms.map(({ name }) => name).join(', ');
  const known = [...new Set(mechanisms.flatMap(({ options = {} }) => Object.keys(options)))];
  for (const [key, value] of Object.entries(target.options)) {
    const takers = mechanisms.filter(({ options = {} }) => Object.hasOwn(options, key));
    if (takers.length === 0)
      throw new UserError(
        `${where}, ${target.url}: unknown option "${key}" of ${names}`,
        known.length === 0 ? `${names}: there are no options.` : suggest(key, known),
      );
    const strict = takers.find(({ options = {} }) => !fits(value, options[key] as OptionType));
    if (strict !== undefined)
      throw new UserError(
        `${where}, ${target.url}: option "${key}" of ${strict.name} cannot be ${JSON.stringify(value)}`,
        `It is ${inWords(strict.options?.[key] as OptionType)}.`,
      );
  }
}

function fits(value: unknown, type: OptionType): boolean {
  if (typeof type !== 'string') return type.some((word) => word === value);
  return type === 'headers' ? typeof value === 'object' : typeof value === type;
}

function inWords(type: OptionType): string {
  if (typeof type !== 'string') return `one of ${type.map((word) => `"${word}"`).join(', ')}`;
  if (type === 'boolean') return 'true or false';
  return type === 'headers' ? 'an object of header names and values' : 'a string';
}

/** The option as JSON Schema has it. */
export function optionSchema(type: OptionType): object {
  if (typeof type !== 'string') return { enum: [...type] };
  return type === 'headers' ? { type: 'object', additionalProperties: { type: 'string' } } : { type };
}
