import { Command } from 'commander';
import { UserError } from '../../errors.ts';
import { writeExpectations } from '../../expectations/expectations-file.ts';
import { readDeviationsFile } from '../../expectations/known-deviations.ts';
import { readTimeline, timelinePath } from '../../expectations/timeline-file.ts';
import { loadCorpus } from '../../plan/load.ts';
import { changesOf } from '../../timeline/bisect.ts';
import { changeInWords, type Measurements, timelineOf } from '../../timeline/timeline.ts';
import { mechanismCases, witnessesOf } from '../../timeline/witnesses.ts';
import { measure } from './measure.ts';
import { type VersionRange, versionsIn } from './versions.ts';

const RANGE = 'the versions, as chromium@92..156: of these, those that were added and the installed one';

/** `connect-src timeline`: in which version each recorded deviation appeared or went away, measured by bisection. */
export function timelineCommand(): Command {
  return new Command('timeline')
    .description('find the version in which each recorded deviation appeared or went away, by bisection')
    .requiredOption('--browsers <range>', RANGE)
    .addHelpText(
      'after',
      '\nOne case stands for each deviation, and one for each mechanism. The result is kept after each round in' +
        '\nscenarios/expectations/timeline/<product>.json; run again, the command goes on from there.',
    )
    .action(async ({ browsers }: { browsers: string }) => {
      const range = await versionsIn(browsers);
      const { scenarios } = await loadCorpus();
      const planned = scenarios.flatMap((one) => one.cases);
      const there = new Set(planned.map(({ id }) => id));
      const witnesses = witnessesOf(readDeviationsFile(range.engine).deviations).filter((one) =>
        there.has(one.case),
      );
      const mechanisms = mechanismCases(planned);
      const save = (measured: Measurements) => {
        const file = timelineOf(measured, witnesses, mechanisms);
        writeExpectations(timelinePath(range.product), file, 4);
      };
      let measured = readMeasured(range, there);
      // What is recorded comes first: a timeline that is interrupted then tells the more of it.
      for (const cases of [[...new Set(witnesses.map((one) => one.case))], Object.values(mechanisms)]) {
        measured = await measure(measured, cases, range.versions, save, console.log);
        save(measured);
      }
      console.log(`The timeline is in scenarios/expectations/${timelinePath(range.product)}`);
    });
}

/** `connect-src bisect`: in which version a case changed. */
export function bisectCommand(): Command {
  return new Command('bisect')
    .description('find the versions in which one case changed')
    .argument('<case id>', 'as a report names it')
    .requiredOption('--browsers <range>', RANGE)
    .action(async (id: string, { browsers }: { browsers: string }) => {
      const { scenarios } = await loadCorpus();
      if (!scenarios.some(({ cases }) => cases.some((one) => one.id === id)))
        throw new UserError(`${id}: there is no such case`, 'Take the id from a report');
      const range = await versionsIn(browsers);
      const measured = await measure(nothing(range), [id], range.versions, () => {}, console.log);
      const names = measured.range;
      const seen = measured.seen[id] ?? {};
      for (const name of names)
        if (seen[name] !== undefined)
          console.log(
            `${name}: ${seen[name] === null ? 'inconclusive' : seen[name].join('; ') || 'conforms'}`,
          );
      const changes = changesOf(names, seen);
      for (const change of changes) console.log(changeInWords(change));
      if (changes.length === 0) console.log('It shows the same in the oldest and in the newest version.');
    });
}

const nothing = ({ product, versions }: VersionRange): Measurements => ({
  product,
  range: versions.map(({ name }) => name),
  versions: [],
  seen: {},
});

/**
 * What was measured before of these versions and of cases that are still there. A version that came by the same name and
 * is another one by now, as the installed one is after an update, is measured again.
 */
function readMeasured(range: VersionRange, cases: ReadonlySet<string>): Measurements {
  const start = nothing(range);
  const file = readTimeline(range.product);
  if (file === null) return start;
  const versions = file.versions.filter((one) =>
    range.versions.some(({ name, version }) => name === one.name && version === one.version),
  );
  const kept = new Set(versions.map((one) => one.name));
  const seen = Object.entries(file.seen)
    .filter(([id]) => cases.has(id))
    .map(([id, by]) => [id, Object.fromEntries(Object.entries(by).filter(([one]) => kept.has(one)))]);
  return { ...start, versions, seen: Object.fromEntries(seen) };
}
