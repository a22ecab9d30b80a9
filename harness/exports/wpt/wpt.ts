import { UserError } from '../../errors.ts';
import type { Corpus } from '../../plan/load.ts';
import type { PlannedCase } from '../../plan/plan.ts';
import { groupBy } from '../../results/group-by.ts';
import { type RecordedCause, recordedCauses } from '../recorded-cause.ts';
import { filesOf } from './files.ts';
import { type Files, FOLDER } from './folder.ts';
import { probeFile } from './probe.ts';
import { nameOf, testOf, unwritable } from './test-of.ts';

/** The tests of causes, and what could not be written. */
export interface WptExport {
  files: Files;
  /** By the path of each test: its cause, and the browsers in which it is recorded, which therefore fail it. */
  tests: Record<string, { cause: string; fails: string[] }>;
  leftOut: { cause: string; why: string }[];
}

/** Why no test is written of a cause that shows itself sometimes. */
const RACE = 'it is a race inside the browser, and a test of it would pass and fail by chance';

/**
 * Tests for web-platform-tests, one a cause that lets something out: each fails in the browsers in which the cause is
 * recorded, and passes where the specification is followed. What they are made of is the simplest recorded case that can be
 * written for web-platform-tests' server.
 *
 * @param cause only this one
 * @throws {UserError} where there is no such cause, or no test can be written of it
 */
export function toWpt(corpus: Corpus, cause?: string): WptExport {
  const all: WptExport = { files: { ...probeFile }, tests: {}, leftOut: [] };
  for (const { name, fails, found } of groups(corpus, cause)) {
    const why = found.deviation.sometimes ? RACE : unwritable(found);
    if (why !== null) {
      all.leftOut.push({ cause: name, why });
      continue;
    }
    const files = filesOf(testOf(found));
    const [path = ''] = Object.keys(files);
    all.tests[path] = { cause: name, fails };
    Object.assign(all.files, files);
  }
  if (cause !== undefined && Object.keys(all.tests).length === 0)
    throw new UserError(
      `No test can be written of ${cause}: ${all.leftOut[0]?.why ?? 'it lets nothing out'}.`,
      'Export it as a bug: --format bug',
    );
  all.files['README.md'] = readme(all);
  return all;
}

/** One test: its cause, the browsers that fail it, and the simplest case that all of them show. */
interface Group {
  name: string;
  fails: string[];
  found: RecordedCause;
}

/**
 * Causes that differ only in whose they are, such as that of Chromium and that of Firefox not to know a keyword, make one
 * test.
 */
function groups(corpus: Corpus, cause: string | undefined): Group[] {
  const isWritable = (planned: PlannedCase) => unwritable({ planned }) === null;
  const byName = (preferred: (one: PlannedCase, cause: string) => boolean) =>
    groupBy(
      recordedCauses(corpus, cause, preferred).filter(({ kind }) => kind === 'security'),
      ({ deviation }) => nameOf(deviation.id),
    );
  const everything = recordedCauses(corpus).filter(({ deviation }) => deviation.facet === 'enforcement');
  const shared = new Map(
    [...byName(isWritable)].map(([name, all]) => [name, inAll(all.map(({ shows }) => shows))]),
  );
  const chosen = byName((one, id) => isWritable(one) && shared.get(nameOf(id))?.has(one.id) === true);
  return [...chosen].flatMap(([name, all]) => {
    const [found] = all;
    return found === undefined ? [] : [{ name, fails: wrongIn(everything, found.planned.id), found }];
  });
}

/** The browsers that get a case wrong, for whatever cause: one that lifts a directive fails also what is about its sources. */
const wrongIn = (everything: readonly RecordedCause[], id: string): string[] => [
  ...new Set(everything.filter(({ shows }) => shows.has(id)).map(({ browser }) => browser)),
];

/** What is in each of these. */
const inAll = ([first, ...others]: readonly ReadonlySet<string>[]): Set<string> =>
  new Set([...(first ?? [])].filter((one) => others.every((other) => other.has(one))));

function readme({ tests, leftOut }: WptExport): string {
  return `${[
    '# Tests of connect-src for web-platform-tests',
    '',
    `Everything below \`${FOLDER}/\` goes to the folder of that name in [web-platform-tests](https://github.com/web-platform-tests/wpt).`,
    'Run them there with `./wpt run BROWSER content-security-policy/connect-src/`.',
    '',
    '| test | cause | fails in |',
    '| --- | --- | --- |',
    ...Object.entries(tests).map(
      ([path, { cause, fails }]) =>
        `| \`${path.slice(FOLDER.length + 1)}\` | ${cause} | ${fails.join(', ')} |`,
    ),
    ...(leftOut.length === 0
      ? []
      : ['', 'No test was written of:', '', ...leftOut.map(({ cause, why }) => `- ${cause}: ${why}`)]),
  ].join('\n')}\n`;
}
