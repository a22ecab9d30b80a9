import { expect, test } from '@playwright/test';
import type { Explored } from '../../harness/explore/document.ts';
import { mostNovel } from '../../harness/explore/novelty.ts';
import type { Finding } from '../../harness/explore/probe.ts';

const finding = (context: string, by = 'fetch', says = 'allowed', more: Partial<Explored> = {}): Finding => ({
  document: { context, by, targets: [{ url: 'https://api.test/' }], policy: ['connect-src'], ...more },
  probe: { kind: 'specification', browser: 'firefox', says, shows: async () => [] },
});

test('what is least like what was chosen before is chosen first', () => {
  const chosen = new Map<string, number>();
  const usual = [finding('frame'), finding('frame'), finding('worker'), finding('frame', 'XMLHttpRequest')];
  expect(mostNovel(usual, chosen, 3)).toEqual([usual[0], usual[2], usual[3]]);
  const blocked = finding('frame', 'fetch', 'blocked');
  const late = finding('frame', 'fetch', 'allowed', { metaPlacement: 'late' });
  expect(mostNovel([usual[1] as Finding, blocked, late], chosen, 2)).toEqual([blocked, late]);
});

test('where there is room, all are chosen, in their order where they are alike', () => {
  const alike = ['https://a.test/', 'https://b.test/'].map((page) =>
    finding('frame', 'fetch', 'allowed', { page }),
  );
  expect(mostNovel(alike, new Map())).toEqual(alike);
  expect(mostNovel([], new Map())).toEqual([]);
});
