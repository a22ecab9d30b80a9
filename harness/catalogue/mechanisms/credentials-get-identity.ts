import { type Mechanism, type MechanismInPage, userAgentMode } from '../mechanism.ts';

/**
 * `navigator.credentials.get({identity})` (FedCM): the identity provider's config file is fetched. A page has one at a
 * time, and without a provider that answers as it should, it is rejected in the end whatever the policy.
 */
export default {
  name: 'credentials.get identity',
  spec: 'FEDCM#fetch-config-file',
  schemes: ['https'],
  globals: ['window'],
  request: () => ({
    destination: 'webidentity',
    mode: userAgentMode,
    redirect: 'error',
    serviceWorkersMode: 'none',
    // FEDCM#fetch-config-file: "Run a CSP check […] If it fails, return failure", and not a word of a violation.
    violationsOptional: true,
  }),
  response: { contentType: 'application/json', body: '{}' },
  blocked: ['rejects DOMException NetworkError'],
  isolated: true,
  snippet: [
    "navigator.credentials.get({ identity: { providers: [{ configURL: URL, clientId: 'x' }] } }).then(console.log, console.error);",
  ],
} satisfies Mechanism;

export const inPage = {
  detect: () => ('IdentityCredential' in globalThis ? null : 'IdentityCredential is not defined'),
  open({ url, record }) {
    const identity = { providers: [{ configURL: url, clientId: 'connect-src' }] };
    navigator.credentials
      .get({ identity } as CredentialRequestOptions)
      .then(
        () => record.resolves(),
        (error) => record.rejects(error),
      )
      .finally(() => record.settled());
  },
} satisfies MechanismInPage;
