import type { Mechanism, MechanismInPage } from '../mechanism.ts';

/**
 * `<form>` sent into a frame of the document: governed by form-action, and by frame-src as any navigation of a frame. What
 * form-action says (CSP#form-action-pre-navigate) is not asked, so that no policy here may have it.
 */
export default {
  name: 'form',
  spec: 'HTML#form-submission-algorithm',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => ({ destination: 'iframe', mode: 'navigate', redirect: 'follow' }),
  response: { contentType: 'text/html', body: '' },
  blocked: ['returns'],
  unanswered: { directive: 'form-action' },
  isolated: true,
  snippet: [
    "const form = document.createElement('form');",
    "form.method = 'post';",
    'form.action = URL;',
    'document.body.append(form);',
    'form.submit();',
  ],
} satisfies Mechanism;

export const inPage = {
  detect: () => null,
  open({ url, record }) {
    const frame = document.createElement('iframe');
    frame.name = url;
    document.body.append(frame);
    const form = document.createElement('form');
    // A form sent by POST leaves the query of its action alone.
    Object.assign(form, { method: 'post', action: url, target: url });
    document.body.append(form);
    form.submit();
    record.returns();
    record.settled();
  },
} satisfies MechanismInPage;
