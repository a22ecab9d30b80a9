import { mechanismNamed } from '../../catalogue/registry.ts';
import type { Explored } from '../document.ts';
import { type Invariant, whereLike } from '../invariant.ts';
import { isOut, type Seen } from '../look.ts';

/**
 * Which policies block is seen by opening the document with each alone; without any, the connection has to get out, or
 * something else keeps it. Left out is what changes the question from one policy to the next: upgrading, a comma, which
 * makes two policies of one, and a redirect, where the first policy that blocks ends the chain; so is a request of which
 * nobody may be there to hear.
 */
export default {
  id: 'one-event-for-each-policy-that-blocks',
  states: 'Exactly one event is fired for each policy that blocks a connection.',
  spec: 'CSP#should-block-request',
  explainedBy: ['violation'],
  variants(document) {
    const { policy = [], meta = [], reportOnly: _reportOnly, ...rest } = document;
    const texts = [...policy, ...meta];
    if (texts.length === 0 || texts.some((text) => /,|upgrade-insecure-requests/i.test(text))) return [];
    const alone: Explored[] =
      texts.length === 1
        ? []
        : [
            ...policy.map((text) => ({ ...rest, policy: [text] })),
            ...meta.map((text) => ({ ...rest, meta: [text] })),
          ];
    return [rest, ...alone];
  },
  broken(base, [free = [], ...alone]) {
    const direct = base.filter(
      ({ target, mechanism }) => target.redirects === undefined && isHeard(mechanism),
    );
    return whereLike(direct, free, (one, like) => isOut(like) && one.enforced !== expected(one, alone));
  },
} satisfies Invariant;

const isHeard = (name: string): boolean => mechanismNamed(name)?.request({}).violationsOptional !== true;

/** How many policies block a connection; what it shows itself where there is one policy, or one could not be told. */
function expected(one: Seen, alone: readonly (readonly Seen[])[]): number {
  if (alone.length === 0) return isOut(one) ? 0 : 1;
  const blocking = alone.filter((list) => whereLike([one], list, (_, like) => !isOut(like)).length > 0);
  const told = alone.filter((list) => whereLike([one], list, () => true).length > 0);
  return told.length === alone.length ? blocking.length : one.enforced;
}
