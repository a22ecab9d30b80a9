import type { Advice } from './advice.ts';
import unusableUrl from './rules/unusable-url.ts';
import { rules } from './rules.ts';
import type { Situation } from './situation.ts';

/** What the rules that apply to a situation say, in order. Where no policy is asked, no other rule has anything to say. */
export function adviceFor(situation: Situation): Advice[] {
  const applying = situation.text.by === 'url' ? [unusableUrl] : rules;
  return applying.flatMap(({ id, find }) =>
    [find(situation) ?? []].flat().map(
      ({ says, change }): Advice => ({
        id,
        says,
        ...(change === undefined ? {} : { change }),
      }),
    ),
  );
}
