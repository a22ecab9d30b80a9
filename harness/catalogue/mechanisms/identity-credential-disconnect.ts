import { type Mechanism, type MechanismInPage, userAgentMode } from '../mechanism.ts';

/**
 * `IdentityCredential.disconnect()` (FedCM): the identity provider's config file is fetched, to find where to disconnect. Only
 * for a user who has signed in before, so that a block can be seen by its violation event, and nothing else.
 */
export default {
  name: 'IdentityCredential.disconnect',
  spec: 'FEDCM#fetch-config-file',
  schemes: ['https'],
  globals: ['window'],
  request: () => ({
    destination: 'webidentity',
    mode: userAgentMode,
    redirect: 'error',
    serviceWorkersMode: 'none',
    violationsOptional: true,
  }),
  response: { contentType: 'application/json', body: '{}' },
  blocked: ['rejects DOMException NetworkError'],
  isolated: true,
  snippet: [
    "IdentityCredential.disconnect({ configURL: URL, clientId: 'x', accountHint: 'x' }).then(console.log, console.error);",
  ],
} satisfies Mechanism;

interface IdentityCredential {
  disconnect(options: object): Promise<void>;
}

const identityCredential = (): IdentityCredential | undefined =>
  (globalThis as { IdentityCredential?: IdentityCredential }).IdentityCredential;

export const inPage = {
  detect: () =>
    identityCredential()?.disconnect === undefined ? 'IdentityCredential.disconnect is not defined' : null,
  open({ url, record }) {
    (identityCredential() as IdentityCredential)
      .disconnect({ configURL: url, clientId: 'connect-src', accountHint: 'connect-src' })
      .then(
        () => record.resolves(),
        (error) => record.rejects(error),
      )
      .finally(() => record.settled());
  },
} satisfies MechanismInPage;
