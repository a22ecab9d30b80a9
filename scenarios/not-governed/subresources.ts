import type { Scenario } from '../../harness/plan/scenario.ts';

/** What each kind of subresource is governed by, and the mechanisms that load it. */
const kinds = [
  { kind: 'images', directive: 'img-src', by: ['img', 'CSS url()', 'link[rel=preload][as=image]'] },
  {
    kind: 'scripts',
    directive: 'script-src-elem',
    by: [
      'script',
      'script[type=module]',
      'import',
      'link[rel=preload][as=script]',
      'link[rel=modulepreload]',
      'audioWorklet.addModule',
    ],
  },
  {
    kind: 'styles',
    directive: 'style-src-elem',
    by: ['link[rel=stylesheet]', 'CSS @import', 'import css', 'link[rel=preload][as=style]'],
  },
  { kind: 'fonts', directive: 'font-src', by: ['FontFace', 'link[rel=preload][as=font]'] },
  { kind: 'media', directive: 'media-src', by: ['audio', 'video', 'track'] },
  { kind: 'frames', directive: 'frame-src', by: ['iframe', 'location.assign', 'form'] },
  { kind: 'plug-ins', directive: 'object-src', by: ['object', 'embed'] },
];

/** A directive's policy that leaves the page its own agent, and the style element that holds an import. */
const only = (directive: string) => {
  if (directive === 'script-src-elem') return "script-src-elem 'self'";
  return directive === 'style-src-elem' ? "style-src-elem 'unsafe-inline'" : `${directive} 'none'`;
};

export default kinds.map(({ kind, directive, by }) => ({
  id: `not-governed-${kind}`,
  title: `connect-src has no say in ${kind}: ${directive} has`,
  spec: 'CSP#effective-directive-for-a-request',
  documents: [
    {
      policy: "connect-src 'none'",
      by,
      allows: [
        'https://page.test/same-origin',
        'https://third.test/other-host',
        'https://api.test:8443/other-port',
        { url: 'https://page.test/redirect', redirects: ['https://third.test/redirected'] },
      ],
    },
    {
      policy: `connect-src *; ${only(directive)}`,
      by,
      blocks: ['https://third.test/other-host'],
    },
    {
      // Where both fall back to default-src, what is allowed to connect does not help anything else.
      policy: `default-src 'self' 'unsafe-inline'; connect-src https://third.test`,
      by,
      allows: ['https://page.test/same-origin'],
      blocks: ['https://third.test/other-host'],
    },
    {
      meta: "connect-src 'none'",
      by,
      allows: ['https://third.test/other-host'],
    },
    {
      reportOnly: "connect-src 'none'",
      by,
      allows: ['https://third.test/other-host'],
    },
    {
      context: 'srcdoc',
      policy: "connect-src 'none'",
      by,
      allows: ['https://third.test/other-host'],
    },
  ],
})) satisfies Scenario[];
