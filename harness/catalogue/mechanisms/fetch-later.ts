import { type Mechanism, type MechanismInPage, plainRequest } from '../mechanism.ts';

interface FetchLaterResult {
  activated: boolean;
}
type FetchLater = (url: string, init: { activateAfter: number }) => FetchLaterResult;

const fetchLater = (): FetchLater | undefined => (globalThis as { fetchLater?: FetchLater }).fetchLater;

/** `fetchLater()`, activated at once; the policy is asked when it is activated. */
export default {
  name: 'fetchLater',
  spec: 'FETCH#dom-window-fetchlater',
  schemes: ['https'],
  globals: ['window'],
  // FETCH#queue-a-deferred-fetch: No service worker is asked.
  request: () => ({ ...plainRequest, serviceWorkersMode: 'none' }),
  blocked: ['returns; activated'],
  refusesCredentials: true,
  snippet: ['fetchLater(URL, { activateAfter: 0 });'],
} satisfies Mechanism;

export const inPage = {
  detect: () => (fetchLater() ? null : 'fetchLater is not defined'),
  open({ url, record }) {
    let result: FetchLaterResult;
    try {
      result = (fetchLater() as FetchLater)(url, { activateAfter: 0 });
    } catch (error) {
      record.throws(error);
      record.settled();
      return;
    }
    record.returns();
    // There is no event for the activation; looking again and again is the only way to see it.
    const look = setInterval(() => {
      if (!result.activated) return;
      clearInterval(look);
      record.event('activated');
      record.settled();
    }, 10);
  },
} satisfies MechanismInPage;
