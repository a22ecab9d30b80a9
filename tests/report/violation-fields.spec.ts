import { expect, test } from '@playwright/test';
import { compareFields, specifiedFields } from '../../harness/report/violation-fields.ts';
import { violationFields } from './synthetic-cases.ts';

const raw = { ...violationFields, bubbles: true, composed: true, cancelable: false };

test('of an event that is as specified, only what is beyond the specification is told', () => {
  const fields = { ...raw, lineNumber: 3 };
  expect(compareFields(fields, [violationFields])).toEqual({ told: [['lineNumber', 3]], asSpecified: 10 });
});

test('what differs from the nearest specified event is told', () => {
  const other = { ...violationFields, disposition: 'report', originalPolicy: "connect-src 'none'" };
  expect(compareFields({ ...raw, statusCode: 0, composed: false }, [other, violationFields])).toEqual({
    told: [
      ['statusCode', 0],
      ['composed', false],
    ],
    asSpecified: 8,
  });
});

test('of an event that should not be, everything is told', () => {
  expect(compareFields(raw, [])).toEqual({ told: Object.entries(raw), asSpecified: 0 });
});

test('a specified event is told without what says nothing', () => {
  const judged = { ...violationFields, target: 'window', times: 1, optional: true };
  expect(specifiedFields(judged).map(([name]) => name)).toEqual([
    'disposition',
    'effectiveDirective',
    'blockedURI',
    'originalPolicy',
    'statusCode',
    'target',
    'optional',
  ]);
});
