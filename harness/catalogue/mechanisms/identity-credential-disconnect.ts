import type { MechanismInPage } from '../mechanism.ts';
import { configFetch } from '../support/fedcm.ts';
import { recordPromise } from '../support/record-promise.ts';

/**
 * `IdentityCredential.disconnect()` (FedCM): the identity provider's config file is fetched, to find where to disconnect. Only
 * for a user who has signed in before, so that a block can be seen by its violation event, and nothing else.
 */
export default /* @__PURE__ */ configFetch({
  name: 'IdentityCredential.disconnect',
  snippet: [
    "IdentityCredential.disconnect({ configURL: URL, clientId: 'x', accountHint: 'x' }).then(console.log, console.error);",
  ],
});

interface IdentityCredential {
  disconnect(options: object): Promise<void>;
}

const identityCredential = (): IdentityCredential | undefined =>
  (globalThis as { IdentityCredential?: IdentityCredential }).IdentityCredential;

export const inPage = {
  detect: () =>
    identityCredential()?.disconnect === undefined ? 'IdentityCredential.disconnect is not defined' : null,
  open({ url, record }) {
    recordPromise(
      (identityCredential() as IdentityCredential).disconnect({
        configURL: url,
        clientId: 'connect-src',
        accountHint: 'connect-src',
      }),
      record,
    );
  },
} satisfies MechanismInPage;
