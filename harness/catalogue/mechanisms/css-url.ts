import type { Mechanism, MechanismInPage } from '../mechanism.ts';

/** `url()` in a style, here of a background: governed by img-src. Script sees nothing of it. */
export default {
  name: 'CSS url()',
  spec: 'CSP#directive-img-src',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => ({ destination: 'image', mode: 'no-cors', redirect: 'follow' }),
  response: {
    contentType: 'image/svg+xml',
    body: '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
  },
  blocked: ['returns'],
  snippet: ["document.body.style.backgroundImage = 'url(' + JSON.stringify(URL) + ')';"],
} satisfies Mechanism;

export const inPage = {
  detect: () => null,
  open({ url, record }) {
    const box = document.createElement('div');
    box.style.cssText = 'width: 9px; height: 9px';
    // An object model call, which no style-src stops.
    box.style.backgroundImage = `url(${JSON.stringify(url)})`;
    document.body.append(box);
    record.returns();
    record.settled();
  },
} satisfies MechanismInPage;
