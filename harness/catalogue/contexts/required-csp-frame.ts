import type { ContextData, ContextInPage } from '../context.ts';
import { embed } from '../support/windows.ts';

/** A frame whose element requires the policy by its attribute `csp`, and whose response allows that and brings none. */
export default {
  name: 'required-csp-frame',
  title: 'framed document under the policy that its frame requires',
  spec: 'CSPEE#required-csp',
  kind: 'frame',
  global: 'window',
  opened: 'framed',
  own: 'document',
  required: true,
  loads: [{ by: 'creator', destination: 'iframe', url: 'own' }],
} satisfies ContextData;

export const inPage = {
  detect: () => ('csp' in HTMLIFrameElement.prototype ? null : '<iframe> does not support the attribute csp'),
  create({ own, required, body, listen }) {
    listen(window);
    embed(body, { src: own, ...(required !== null && { csp: required }) });
  },
} satisfies ContextInPage;
