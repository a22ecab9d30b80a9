import { expect, test } from '@playwright/test';
import type { Said } from '../../harness/agent/protocol.ts';
import { nameOf, recorderFor } from '../../harness/agent/recorder.ts';

function recording() {
  const said: Said[] = [];
  return { said, record: recorderFor('d/1', (one) => said.push(one)) };
}

test('an exception has the name that a test would assert', () => {
  expect([new TypeError('x'), new DOMException('x', 'NetworkError'), 'text', null].map(nameOf)).toEqual([
    'TypeError',
    'DOMException NetworkError',
    'text',
    'null',
  ]);
});

test('a step has a shape without its message, which stays in the detail', () => {
  const { said, record } = recording();
  record.returns('false');
  record.throws(new TypeError('Refused'));
  record.rejects(new DOMException('Refused', 'AbortError'), 'ready');
  record.event('error', 'readyState 2', { code: 1006 });
  expect(said.map((one) => one.kind === 'step' && [one.step, one.shape, one.detail])).toEqual([
    ['return', 'returns false', undefined],
    ['throw', 'throws TypeError', { message: 'Refused' }],
    ['reject', 'ready rejects DOMException AbortError', { message: 'Refused' }],
    ['event', 'error readyState 2', { code: 1006 }],
  ]);
});

test('a connection is settled once', () => {
  const { said, record } = recording();
  record.settled();
  record.settled();
  expect(said).toEqual([{ kind: 'settled', case: 'd/1' }]);
});
