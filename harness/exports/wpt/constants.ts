import type { WptTest } from './test-of.ts';
import { quoted } from './text.ts';

/** The script that says what a test opens: `open`, `sentinel`, and `late` where a policy comes later. */
export const constants = ({ url, open, sentinel, expects, late }: WptTest): string[] => {
  const second = expects === 'violation' ? sentinel : '';
  // The function's text can be run in another global, so that it holds the URL itself.
  return [
    'const open = () => {',
    url === 'blob:'
      ? "  const url = URL.createObjectURL(new Blob(['ok']));"
      : `  const url = ${quoted(url)};`,
    ...open.map((line) => `  ${line}`),
    '};',
    `const sentinel = ${quoted(second)};`,
    ...(late === null ? [] : adds(late)),
  ];
};

const adds = (metas: readonly string[]): string[] => [
  'const late = () => {',
  `  for (const content of [${metas.map(quoted).join(', ')}]) {`,
  "    const meta = document.createElement('meta');",
  "    Object.assign(meta, { httpEquiv: 'Content-Security-Policy', content });",
  '    document.head.append(meta);',
  '  }',
  '};',
];
