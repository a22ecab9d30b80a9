import { expect, test } from '@playwright/test';
import { keyOf, read } from '../../harness/rig/heard.ts';

const said = { kind: 'settled', case: 'd/1', document: 'd', key: keyOf('secret', '2', 'd'), time: 1 };
const reading = (...messages: unknown[]) => read(JSON.stringify(messages), 'secret', '2');

test('a message with its document’s key is taken', () => {
  expect(reading(said)).toEqual({ heard: [said], count: 1 });
});

const forged: Array<[name: string, message: unknown, document: string | null, reason: string]> = [
  ['the key of another document', { ...said, key: keyOf('secret', '2', 'e') }, 'd', 'does not carry its key'],
  [
    'a key made with another secret',
    { ...said, key: keyOf('guess', '2', 'd') },
    'd',
    'does not carry its key',
  ],
  ['a key of its own making', { ...said, key: '2.' }, 'd', 'does not carry its key'],
  ['no key', { ...said, key: undefined }, 'd', 'is none of the protocol'],
  ['a kind that is none', { ...said, kind: 'allowed' }, 'd', 'is none of the protocol'],
  ['a property too many', { ...said, verdict: 'allowed' }, 'd', 'is none of the protocol'],
  ['a document that is no text', { ...said, document: ['d'] }, null, 'is none of the protocol'],
  ['nothing', null, null, 'is none of the protocol'],
];
for (const [name, message, document, reason] of forged)
  test(`a message with ${name} is refused and named`, () => {
    expect(reading(message, said)).toEqual({
      heard: [{ kind: 'refused', document, reason: expect.stringContaining(reason) }, said],
      count: 2,
    });
  });

test('a message of an earlier run comes too late and is left out', () => {
  expect(reading({ ...said, key: keyOf('secret', '1', 'd') })).toEqual({ heard: [], count: 1 });
});

for (const list of ['not JSON', '{}', '"text"', null, 7, [said]])
  test(`what is no list of messages is not read: ${JSON.stringify(list)}`, () => {
    expect(read(list, 'secret', '2')).toBeNull();
  });
