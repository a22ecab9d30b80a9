import { type Mechanism, type MechanismInPage, userAgentMode } from '../mechanism.ts';

/**
 * `IdentityProvider.getUserInfo()` (FedCM), from a frame of the provider's own origin. Only a user who has signed in before is
 * looked up, so that a block can be seen by its violation event, and nothing else.
 */
export default {
  name: 'IdentityProvider.getUserInfo',
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
    "IdentityProvider.getUserInfo({ configURL: URL, clientId: 'x' }).then(console.log, console.error);",
  ],
} satisfies Mechanism;

interface IdentityProvider {
  getUserInfo(options: object): Promise<unknown>;
}

const identityProvider = (): IdentityProvider | undefined =>
  (globalThis as { IdentityProvider?: IdentityProvider }).IdentityProvider;

export const inPage = {
  detect: () =>
    identityProvider()?.getUserInfo === undefined ? 'IdentityProvider.getUserInfo is not defined' : null,
  open({ url, record }) {
    (identityProvider() as IdentityProvider)
      .getUserInfo({ configURL: url, clientId: 'connect-src' })
      .then(
        () => record.resolves(),
        (error) => record.rejects(error),
      )
      .finally(() => record.settled());
  },
} satisfies MechanismInPage;
