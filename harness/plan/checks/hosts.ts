import { UserError } from '../../errors.ts';
import { isNetworkUrl } from '../address.ts';
import { type PlannedScenario, urlsOf } from '../plan.ts';
import { hosts, inWorld } from '../world.ts';

/** A host outside the world would be refused by the proxy, and look blocked: reject it before anything runs. */
export function checkHosts({ documents, cases, file, scenario }: PlannedScenario): void {
  const urls = new Set([
    ...documents.map(({ page }) => page),
    ...cases.flatMap(({ target }) => urlsOf(target)),
  ]);
  for (const url of urls) {
    const { hostname } = new URL(url);
    if (isNetworkUrl(url) && !inWorld(hostname))
      throw new UserError(
        `${file}: scenario "${scenario.id}": no server of ours answers for the host "${hostname}" (${url})`,
        `Use one of: ${hosts.join(', ')}.`,
      );
  }
}
