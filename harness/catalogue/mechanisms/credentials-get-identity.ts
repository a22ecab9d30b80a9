import type { MechanismInPage } from '../mechanism.ts';
import { configFetch } from '../support/fedcm.ts';
import { recordPromise } from '../support/record-promise.ts';

/**
 * `navigator.credentials.get({identity})` (FedCM): the identity provider's config file is fetched. A page has one at a
 * time, and without a provider that answers as it should, it is rejected in the end whatever the policy.
 */
export default /* @__PURE__ */ configFetch({
  name: 'credentials.get identity',
  snippet: [
    "navigator.credentials.get({ identity: { providers: [{ configURL: URL, clientId: 'x' }] } }).then(console.log, console.error);",
  ],
});

export const inPage = {
  detect: () => ('IdentityCredential' in globalThis ? null : 'IdentityCredential is not defined'),
  open({ url, record }) {
    const identity = { providers: [{ configURL: url, clientId: 'connect-src' }] };
    recordPromise(navigator.credentials.get({ identity } as CredentialRequestOptions), record);
  },
} satisfies MechanismInPage;
