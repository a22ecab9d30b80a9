import type { Mechanism, MechanismInPage } from '../mechanism.ts';

/** `<a download>`: no directive governs it. Script sees nothing of it. */
export default {
  name: 'a[download]',
  spec: 'HTML#downloading-hyperlinks',
  schemes: ['http', 'https'],
  globals: ['window'],
  request: () => ({ destination: '', mode: 'navigate', redirect: 'follow', initiator: 'download' }),
  // Across origins the attribute does not count: it is a navigation, of which a document has one at a time, and only the
  // header keeps the document from being left.
  response: { contentType: 'application/octet-stream', headers: [['Content-Disposition', 'attachment']] },
  blocked: ['returns'],
  isolated: true,
  snippet: [
    "const link = document.createElement('a');",
    'link.href = URL;',
    "link.download = 'x';",
    'document.body.append(link);',
    'link.click();',
  ],
} satisfies Mechanism;

export const inPage = {
  detect: () => ('download' in HTMLAnchorElement.prototype ? null : '<a> has no download'),
  open({ url, record }) {
    const link = document.createElement('a');
    link.href = url;
    link.download = 'connect-src';
    document.body.append(link);
    link.click();
    record.returns();
    record.settled();
  },
} satisfies MechanismInPage;
