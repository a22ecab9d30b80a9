import { expect, test } from '@playwright/test';
import {
  type MetaPlacementName,
  metaPlacementNames,
  metaPlacements,
} from '../../harness/plan/meta-placements.ts';
import { placedMetas } from '../../harness/plan/placed-metas.ts';

const policy = `connect-src 'self' https://api.test/?a&b<c>"d"`;
const place = (metaPlacement: MetaPlacementName) =>
  placedMetas({ metaName: 'Content-Security-Policy', metaPlacement }, [policy]);

for (const name of metaPlacementNames)
  test(`metas that are ${name} come by script where that is said, and are markup for every parser`, () => {
    const { head, body } = place(name);
    expect(head.includes('<script>')).toBe(metaPlacements[name].script !== undefined);
    expect((head + body).replace(/<\/?(script|meta)\b/g, '').replace(/\/?>/g, '')).not.toMatch(/<|&(?!\w+;)/);
  });

test('only metas that the parser puts in, or that script takes up afterwards, are elements of the markup', () => {
  const elements = metaPlacementNames.filter((name) => /<meta /.test(place(name).head));
  expect(elements).toEqual(['head', 'removed', 'emptied', 'reinserted']);
  expect(place('body')).toEqual({ head: '', body: expect.stringContaining('<meta ') });
});

test('without metas there is no markup', () => {
  expect(placedMetas({ metaName: 'CSP', metaPlacement: 'script' }, [])).toEqual({ head: '', body: '' });
});
