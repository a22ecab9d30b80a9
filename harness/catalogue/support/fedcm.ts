import { type Mechanism, userAgentMode } from '../mechanism.ts';

/** A call of FedCM by which the browser fetches the config file of an identity provider; a page has one at a time. */
export const configFetch = ({ name, snippet }: Pick<Mechanism, 'name' | 'snippet'>): Mechanism => ({
  name,
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
  snippet,
});
