import { z } from 'zod';

/** Which cases a sentence of the corpus' data speaks of. Expressions are regular ones; where one is absent, it is all. */
export const whichCases = {
  browsers: z.array(z.string()),
  /** For scenario ids. */
  scenarios: z.string().optional(),
  mechanisms: z.string().optional(),
  contexts: z.string().optional(),
};
type WhichCases = z.infer<z.ZodObject<typeof whichCases>>;

/** A case in a browser, as far as data can speak of it. */
export interface Place {
  browser: string;
  scenario: string;
  mechanism: string;
  context: string;
}

/** Whether these words hold for this case. */
export const holdsFor = ({ browsers, scenarios, mechanisms, contexts }: WhichCases, place: Place): boolean =>
  browsers.includes(place.browser) &&
  fits(scenarios, place.scenario) &&
  fits(mechanisms, place.mechanism) &&
  fits(contexts, place.context);

/** Whether a regular expression matches; an absent one matches anything. */
export const fits = (expression: string | undefined, text: string): boolean =>
  expression === undefined || new RegExp(expression).test(text);
