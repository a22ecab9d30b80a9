import { expect, test } from '@playwright/test';
import { Tally } from '../../harness/report/tally.ts';
import { leaked, observation, withStatus } from './synthetic-cases.ts';

const conforms = observation();
const stillDeviating = withStatus('fixed deviation', { kind: 'reporting' });

for (const { name, seen, agrees } of [
  { name: 'conforms throughout', seen: [conforms], agrees: true },
  { name: 'lacks an API', seen: [conforms, withStatus('unsupported')], agrees: true },
  { name: 'lacks the API in every case', seen: [withStatus('unsupported')], agrees: null },
  { name: 'deviates', seen: [conforms, leaked('known deviation')], agrees: false },
  { name: 'differs on a disputed point', seen: [conforms, withStatus('disputed')], agrees: false },
  { name: 'could not be judged in one case', seen: [conforms, withStatus('inconclusive')], agrees: null },
  { name: 'flipped', seen: [conforms, withStatus('unstable')], agrees: null },
  { name: 'shows a deviation no more', seen: [conforms, withStatus('fixed deviation')], agrees: null },
  { name: 'shows one of two no more', seen: [conforms, stillDeviating], agrees: false },
  {
    name: 'met an answer in doubt',
    seen: [conforms, withStatus('expected differs from spec')],
    agrees: null,
  },
  {
    name: 'deviates, and could not be judged elsewhere',
    seen: [leaked('new deviation'), withStatus('inconclusive')],
    agrees: false,
  },
])
  test(`a browser that ${name}: ${agrees ?? 'left open'}`, () => {
    const tally = new Tally();
    for (const each of seen) tally.add(each);
    expect(tally.agrees()).toBe(agrees);
  });

test('a scenario without a result leaves it open', () => {
  const tally = new Tally();
  tally.add(conforms);
  tally.addMark('missing');
  expect(tally.agrees()).toBeNull();
});
