import { expect, test } from '@playwright/test';
import { readCauses } from '../../harness/expectations/causes.ts';
import { toBugReports } from '../../harness/exports/bug.ts';
import { recordedCauses } from '../../harness/exports/recorded-cause.ts';
import { loadCorpus } from '../../harness/plan/load.ts';

const corpus = await loadCorpus();

test('a report says all that is needed to file it', () => {
  const reports = toBugReports(corpus, 'paths-are-decoded-before-they-are-split');
  expect([...reports.keys()]).toEqual(['chromium', 'firefox', 'webkit']);
  const text = reports.get('webkit') ?? '';
  expect(text.split('\n')[0]).toMatch(/^# CSP connect-src: The whole path is percent-decoded/);
  expect(text.match(/^## .*/gm)).toEqual([
    '## Versions',
    '## Steps to reproduce',
    '## Expected',
    '## Observed',
    '## Public reports',
  ]);
  expect(text).toContain('Security: ');
  expect(text).toMatch(/First measured in version \S+, on \d{4}-\d\d-\d\d/);
  expect(text).toContain('Content-Security-Policy: connect-src api.test/a/\n');
  expect(text).toContain(
    '<script>\nfetch("https://api.test/a%2F").then(console.log, console.error);\n</script>',
  );
  expect(text).toContain('[CSP#match-paths](https://w3c.github.io/webappsec-csp/#match-paths)');
  expect(text).toMatch(/## Expected\n\n.*is blocked by csp/);
  expect(text).toMatch(/## Observed\n\n- allowed\n/);
  expect(text).toContain('npx connect-src serve encoding-slash-is-no-separator/');
  expect(text).toContain('- The same: https://bugs.webkit.org/show_bug.cgi?id=308675');
  expect(reports.get('chromium')).not.toContain('bugs.webkit.org');
});

test('what was not found publicly is said with its date, and what was not searched for is', () => {
  const report = (id: string, browser: string) => toBugReports(corpus, id).get(browser);
  expect(report('port-beyond-65535', 'chromium')).toMatch(/- None found on \d{4}-\d\d-\d\d\.\n$/);
});

test('a cause that is graver in one case is shown by that one', () => {
  const [found] = recordedCauses(corpus, 'chromium-webtransport-hashes-keyword');
  expect(found?.kind).toBe('security');
  expect(found?.observed).toEqual(['allowed']);
});

test('the page of a report is the recorded reproduction, where there is one', () => {
  const report = toBugReports(corpus, 'chromium-decodes-bytes-as-latin-1').get('chromium');
  expect(report).toContain('Content-Security-Policy: connect-src http://api.test/%FF\n');
  expect(report).toContain('fetch("https://api.test/%C3%BF")');
  expect(report).toMatch(
    /Or a case that shows the same, with connect-src-conformance: `npx connect-src serve /,
  );
});

test('every recorded cause has a report', () => {
  const recorded = new Set(recordedCauses(corpus).map(({ deviation }) => deviation.id));
  expect(
    readCauses()
      .map(({ id }) => id)
      .filter((id) => !recorded.has(id)),
  ).toEqual([]);
});

test('a cause that is not there is an error that names it', () => {
  expect(() => toBugReports(corpus, 'no-such-cause')).toThrow('There is no cause no-such-cause.');
});
