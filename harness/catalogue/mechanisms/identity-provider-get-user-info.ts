import type { MechanismInPage } from '../mechanism.ts';
import { configFetch } from '../support/fedcm.ts';
import { recordPromise } from '../support/record-promise.ts';

/**
 * `IdentityProvider.getUserInfo()` (FedCM), from a frame of the provider's own origin. Only a user who has signed in before is
 * looked up, so that a block can be seen by its violation event, and nothing else.
 */
export default /* @__PURE__ */ configFetch({
  name: 'IdentityProvider.getUserInfo',
  snippet: [
    "IdentityProvider.getUserInfo({ configURL: URL, clientId: 'x' }).then(console.log, console.error);",
  ],
});

interface IdentityProvider {
  getUserInfo(options: object): Promise<unknown>;
}

const identityProvider = (): IdentityProvider | undefined =>
  (globalThis as { IdentityProvider?: IdentityProvider }).IdentityProvider;

export const inPage = {
  detect: () =>
    identityProvider()?.getUserInfo === undefined ? 'IdentityProvider.getUserInfo is not defined' : null,
  open({ url, record }) {
    recordPromise(
      (identityProvider() as IdentityProvider).getUserInfo({ configURL: url, clientId: 'connect-src' }),
      record,
    );
  },
} satisfies MechanismInPage;
