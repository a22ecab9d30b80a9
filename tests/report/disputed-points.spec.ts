import { expect, test } from '@playwright/test';
import { disputedPoints } from '../../harness/report/disputed-points.ts';
import { indexResults } from '../../harness/report/report.ts';
import { results } from './fixture.ts';

const text = (markup = '') => markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

test('a disputed point is told once, with both readings, and then each browser that reads it the other way', () => {
  const shown = disputedPoints(indexResults(results))?.markup;
  expect(text(shown)).toMatch(
    /^ https-source-websocket · its issue By the text: An https source covers wss\. The other reading: It does not\. (\w+ \d+ cases?, the first )+$/,
  );
  expect(shown).toContain('href="https://github.com/w3c/webappsec-csp/issues/332"');
});

test('where no browser does, there is nothing to tell', () => {
  expect(disputedPoints(indexResults({ ...results, cases: [] }))).toBeNull();
});
