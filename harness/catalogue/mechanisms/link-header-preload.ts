import { type Mechanism, type MechanismInPage, plainRequest } from '../mechanism.ts';
import { hasRelation } from '../support/elements.ts';

/**
 * A `Link:` header that preloads for fetch(). The request starts with the response, before any markup: no meta counts yet, and
 * no script can hear of it.
 */
export default {
  name: 'Link header preload',
  spec: 'HTML#process-link-headers',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => ({ ...plainRequest, violationsOptional: true }),
  blocked: ['returns'],
  header: (url) => ['Link', `<${url}>; rel=preload; as=fetch; crossorigin`],
  metas: 'none',
  snippet: ['// Link: <URL>; rel=preload; as=fetch; crossorigin'],
} satisfies Mechanism;

export const inPage = {
  detect: () => hasRelation('preload'),
  // It was opened by the response.
  open({ record }) {
    record.returns();
    record.settled();
  },
} satisfies MechanismInPage;
