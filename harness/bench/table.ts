import type { BrowserMeasured, Measured } from './measure.ts';

/** What was measured, as Markdown: one row a browser. */
export function benchTable(browsers: readonly BrowserMeasured[]): string {
  const rows = browsers.map(({ browser, version, usualWay, harness, ratio, differing, startUp, growth }) => [
    `${browser} ${version}`,
    `${usualWay.cases}`,
    speed(usualWay),
    speed(harness),
    `${ratio}`,
    `${differing.length}`,
    `${startUp} s`,
    mebibytes(harness),
    growth.map((one) => `${one.cases}: ${speed(one)}, ${mebibytes(one)}`).join('; ') || '–',
  ]);
  const head = [
    'browser',
    'cases',
    'usual way, cases/s',
    'harness, cases/s',
    'ratio',
    'verdicts that differ',
    'start-up',
    'peak memory',
    'with more cases',
  ];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const speed = ({ casesPerSecond }: Measured): string => `${casesPerSecond}`;

const mebibytes = ({ peakMemoryMiB }: Measured): string =>
  peakMemoryMiB === null ? 'unknown' : `${peakMemoryMiB} MiB`;
