import { everywhere, type Mechanism, type MechanismInPage, plainRequest } from '../mechanism.ts';
import { fetchCall } from '../support/fetch-call.ts';

/**
 * `fetch()` that says where its server stands, so that mixed content is let pass: policies are asked all the same, and before.
 * What they let through goes no further here: Chromium finds no address space behind a proxy, and then it is another one than
 * was said.
 */
export default {
  name: 'fetch targetAddressSpace',
  spec: 'LNA#fetch-api',
  schemes: ['http', 'https'],
  globals: everywhere,
  options: { targetAddressSpace: ['loopback', 'local', 'public', 'unknown'] },
  request: () => plainRequest,
  blocked: ['rejects TypeError'],
  snippet: ["fetch(URL, { targetAddressSpace: 'loopback' }).then(console.log, console.error);"],
} satisfies Mechanism;

export const inPage = {
  detect: () =>
    'targetAddressSpace' in Request.prototype ? null : 'Request.prototype.targetAddressSpace is not there',
  open: (call) => fetchCall(call, { targetAddressSpace: 'loopback' } as RequestInit),
} satisfies MechanismInPage;
