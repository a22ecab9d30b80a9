import type { Scenario } from '../../harness/plan/scenario.ts';
import { eachPath } from '../shared/mechanisms.ts';

/** Documents that list one source each, none of which may reach `api.test`. */
const reachesNothing = (sources: string[]) =>
  sources.map((source) => ({
    policy: `connect-src ${source}`,
    by: eachPath,
    blocks: ['https://api.test/', 'wss://api.test/'],
  }));

/** CSP#framework-directive-source-list: what no grammar matches stays in the list and matches no URL. */
export default [
  {
    id: 'malformed-scheme-separator',
    title: 'Between scheme and host stands `://` and nothing else',
    spec: 'CSP#framework-directive-source-list',
    documents: reachesNothing([
      '//api.test',
      'https:api.test',
      'https:/api.test',
      'https:///api.test',
      'https//api.test',
      'https;//api.test',
      '://api.test',
      ':api.test',
      'https::api.test',
      'https:\\\\api.test',
      'https://https://api.test',
    ]),
  },
  {
    id: 'malformed-scheme',
    title: 'A scheme starts with a letter and holds letters, digits, `+`, `-` and `.`',
    spec: 'CSP#framework-directive-source-list',
    documents: reachesNothing([
      '1https://api.test',
      '-https://api.test',
      'ht_tps://api.test',
      'htt*://api.test',
      '*://api.test',
      '*:',
      'https*:',
      '1https:',
      'ht tps:',
      'https:*',
      'https:/',
      'https://',
      'https://:443',
      'https:///',
    ]),
  },
  {
    id: 'malformed-host',
    title: 'A host is labels joined by single dots',
    spec: 'CSP#framework-directive-source-list',
    documents: reachesNothing([
      'https://api..test',
      'https://.api.test',
      'https://api.test..',
      'https://api_.test',
      'https://api.te$t',
      'https://(api.test)',
      '<https://api.test>',
      '"https://api.test"',
      'https://api.test\\',
      'https://api,test',
      '@api.test',
      'api.test@',
      '~api.test',
      '/api.test',
      '/',
      '.',
      '..',
    ]),
  },
  {
    id: 'malformed-neighbour-is-harmless',
    title: 'A malformed source takes nothing away from the sources beside it',
    spec: 'CSP#match-url-to-source-list',
    documents: [
      '//third.test',
      'https://',
      'https://api.test:443x',
      "'self",
      '*.',
      'https://[::1]',
      'https://third.test/?q',
      '@',
      '!!',
    ].map((source) => ({
      policy: `connect-src ${source} https://api.test`,
      by: eachPath,
      allows: ['https://api.test/', 'wss://api.test/'],
      blocks: ['https://third.test/', 'https://page.test/', 'wss://third.test/'],
    })),
  },
  {
    id: 'malformed-separators',
    title:
      'Only whitespace separates sources; a bar or a plus between them joins them into something malformed',
    spec: 'CSP#parse-serialized-policy',
    documents: reachesNothing([
      'https://api.test|https://third.test',
      'https://third.test+https://api.test',
      'https://third.test&https://api.test',
      '[https://api.test]',
      'https://third.test\\0https://api.test',
    ]),
  },
  {
    id: 'malformed-assignment',
    title:
      'A colon or an equals sign after the directive’s name becomes part of it, and the directive is another',
    spec: 'CSP#parse-serialized-policy',
    documents: [
      "connect-src: 'none'",
      "connect-src='none'",
      "connect-src:'none'",
      "'connect-src' 'none'",
      "connect_src 'none'",
      "connectsrc 'none'",
      "connect-src-elem 'none'",
      "connect-srcs 'none'",
      "xconnect-src 'none'",
      "connect 'none'",
    ].map((policy) => ({
      policy,
      by: eachPath,
      allows: ['https://api.test/', 'https://page.test/', 'wss://api.test/'],
    })),
  },
] satisfies Scenario[];
