import { type Invariant, whereLike, withPolicies } from '../invariant.ts';
import { isOut } from '../look.ts';

/** Only a policy of nothing but connect-src can be rewritten so; the agent's script is let in beside it. */
export default {
  id: 'default-src-stands-in',
  states: 'default-src decides as connect-src does where there is no connect-src.',
  spec: 'CSP#default-src-pre-request',
  variants(document) {
    const alone = (text: string) => /^connect-src(?![\w-])[^;,]*$/i.test(text);
    const all = [...(document.policy ?? []), ...(document.meta ?? [])];
    if (all.length === 0 || !all.every(alone) || (document.context ?? 'frame') !== 'frame') return [];
    return [
      withPolicies(document, (text) => text.replace(/^connect-src/i, "script-src 'self'; default-src")),
    ];
  },
  broken: (base, [variant = []]) => whereLike(base, variant, (one, like) => isOut(one) !== isOut(like)),
} satisfies Invariant;
