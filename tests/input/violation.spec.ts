import { expect, test } from '@playwright/test';
import { readViolations } from '../../harness/input/violation.ts';

const read = (value: unknown) => readViolations(JSON.stringify(value), '--violation v.json');

const fields = {
  documentURI: 'https://page.test/',
  blockedURI: 'https://api.test/',
  effectiveDirective: 'connect-src',
  originalPolicy: "connect-src 'self'",
  disposition: 'enforce',
  sourceFile: 'https://page.test/app.js',
  lineNumber: 4,
  columnNumber: 2,
} as const;

test('the three ways in which a violation is told say the same', () => {
  const reportUri = {
    'csp-report': {
      'document-uri': fields.documentURI,
      'blocked-uri': fields.blockedURI,
      'violated-directive': "connect-src 'self'",
      'original-policy': fields.originalPolicy,
      disposition: 'enforce',
      'source-file': fields.sourceFile,
      'line-number': 4,
      'column-number': 2,
    },
  };
  const { documentURI, blockedURI, ...others } = fields;
  const body = { ...others, documentURL: documentURI, blockedURL: blockedURI, statusCode: 200 };
  expect(read(reportUri)).toEqual([{ by: 'report-uri', ...fields }]);
  expect(read([{ type: 'csp-violation', age: 1, url: documentURI, body }])).toEqual([
    { by: 'report-to', ...fields },
  ]);
  expect(read({ ...fields, violatedDirective: 'connect-src', isTrusted: true })).toEqual([
    { by: 'event', ...fields },
  ]);
});

test('what a browser does not tell is null', () => {
  const { disposition, sourceFile, lineNumber, columnNumber, ...told } = fields;
  expect(read({ ...told, sourceFile: '', disposition: '' })).toEqual([
    { by: 'event', ...told, disposition: null, sourceFile: null, lineNumber: null, columnNumber: null },
  ]);
});

test('reports of other types are left out', () => {
  expect(read([{ type: 'deprecation', body: {} }, fields])).toHaveLength(1);
  expect(() => read([{ type: 'deprecation', body: {} }])).toThrow(/no violation in it/);
});

test('what is no violation is an error that says where and what to give', () => {
  const bad: [string, RegExp][] = [
    ['', /not JSON/],
    ['[]', /there is no violation/],
    ['7', /no object/],
    ['{}', /none of csp-report, body, documentURI/],
    ['{"csp-report": {}}', /csp-report: document-uri: /],
    [JSON.stringify([fields, { ...fields, blockedURI: 1 }]), /violation 2: blockedURI: /],
    [JSON.stringify({ ...fields, effectiveDirective: '' }), /names no directive/],
    [' '.repeat((1 << 20) + 1), /longer than 1 MB/],
  ];
  for (const [text, message] of bad) {
    expect(() => readViolations(text, '--violation v.json'), text.slice(0, 40)).toThrow(message);
    expect(() => readViolations(text, '--violation v.json')).toThrow(/^--violation v\.json: .*\n {2}Give /);
  }
});
