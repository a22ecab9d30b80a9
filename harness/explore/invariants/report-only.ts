import { type Invariant, whereLike } from '../invariant.ts';
import { isOut } from '../look.ts';

/** A policy whose disposition is "report" blocks nothing. */
export default {
  id: 'report-only-enforces-nothing',
  states: 'A report-only policy changes no enforcement.',
  spec: 'CSP#report-for-request',
  variants: (document) => [
    { ...document, reportOnly: ["connect-src 'none'", ...(document.policy ?? [])] },
    { ...document, reportOnly: ['connect-src *', "default-src https: 'unsafe-inline'"] },
  ],
  broken: (base, variants) =>
    variants.flatMap((variant) => whereLike(base, variant, (one, like) => isOut(one) !== isOut(like))),
} satisfies Invariant;
