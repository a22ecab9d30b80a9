import { mechanismNamed } from '../../catalogue/registry.ts';
import type { ExploredTarget } from '../document.ts';
import { type Invariant, whereLike } from '../invariant.ts';
import { isOut, isTold, type Seen } from '../look.ts';

/**
 * What a network error is like is seen in the same browser: without a policy, a server answers, and its answer is kept
 * from script, as CORS and the handshake of a WebSocket have it.
 */
const failing: readonly ExploredTarget[] = [
  { url: 'https://third.test/', cors: 'none' },
  { url: 'wss://third.test/', status: 403 },
];

/** A request that is blocked becomes a network error before anything is sent. */
export default {
  id: 'a-block-is-a-network-error',
  states: 'A blocked connection sends nothing, and script learns no more of it than of a network error.',
  spec: 'FETCH#concept-main-fetch',
  explainedBy: ['outcome'],
  variants({ policy: _policy, reportOnly: _reportOnly, meta: _meta, creator: _creator, ...document }) {
    const targets = failing.filter(({ url }) =>
      document.targets.some((target) => isSocket(target.url) === isSocket(url)),
    );
    return targets.length === 0 ? [] : [{ ...document, targets }, document];
  },
  broken: (base, [failed = [], free = []]) =>
    // Without a policy it gets out: nothing else, such as mixed content, keeps it.
    whereLike(base, free, (one, like) => {
      if (one.verdict === 'allowed' || !isOut(like)) return false;
      // Where script is told of a failure as it is of a success, there is nothing that a block would have to be like.
      const told = failed.filter(isLike(one)).filter((each) => each.told !== like.told);
      return sentOfBlocked(one) || learnsMore(one, told);
    }),
} satisfies Invariant;

/** Whether more was sent than the requests that led to the blocked one: a preflight counts. */
const sentOfBlocked = ({ verdict, target, arrived }: Seen): boolean => {
  // Of a chain of redirects, each but the last request may have been let out; the last one never is.
  const last = target.redirects?.length ?? 0;
  return verdict === 'leaked' || arrived.some(({ hop }) => hop >= last);
};

/** Whether script was told otherwise than of each failure, or of times that none of them has. */
const learnsMore = ({ mechanism, told, timing }: Seen, failed: readonly Seen[]): boolean =>
  failed.length > 0 &&
  failsByCors(mechanism) &&
  (failed.every((one) => one.told !== told) ||
    timing.some((field) => failed.every((one) => !one.timing.includes(field))));

/** Whether a request of this mechanism fails where its server takes no part in CORS, or refuses a handshake. */
const failsByCors = (name: string): boolean => {
  const mode = mechanismNamed(name)?.request({}).mode;
  return mode === 'cors' || mode === 'websocket';
};

const isLike =
  ({ mechanism, target }: Seen) =>
  (failed: Seen): boolean =>
    isTold(failed) && failed.mechanism === mechanism && isSocket(failed.target.url) === isSocket(target.url);

const isSocket = (url: string): boolean => /^wss?:/.test(url);
