import type { Mechanism, MechanismInPage } from '../mechanism.ts';

/** `location.assign()` in a frame of the document, which would otherwise be gone: governed by frame-src. */
export default {
  name: 'location.assign',
  spec: 'HTML#dom-location-assign',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => ({ destination: 'iframe', mode: 'navigate', redirect: 'follow' }),
  response: { contentType: 'text/html', body: '' },
  blocked: ['returns'],
  isolated: true,
  snippet: ['location.assign(URL);'],
} satisfies Mechanism;

export const inPage = {
  detect: () => null,
  open({ url, record }) {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    frame.contentWindow?.location.assign(url);
    record.returns();
    record.settled();
  },
} satisfies MechanismInPage;
