import { ask, type Case, type Table } from './table.ts';

const request = { webrtc: true } as const;
const url = 'stun:b.test';

const answered = (policy: string | string[], expected: [string, string | null]): Case => ({
  name: `${[policy].flat().join(' | ')}: ${expected[0]}`,
  actual: () => {
    const { verdict, directive, contacted, alsoBlockedBy } = ask({ policy, url, request });
    return [verdict, directive, contacted, alsoBlockedBy];
  },
  expected: [...expected, [], []],
});

const preConnect: Table = {
  section: 'CSP#webrtc-pre-connect',
  cases: [
    answered("webrtc 'block'", ['blocked', 'webrtc']),
    answered("webrtc 'allow'", ['allowed', 'webrtc']),
    answered("webrtc 'ALLOW'", ['allowed', 'webrtc']),
    answered("webrtc 'allow' 'block'", ['blocked', 'webrtc']),
    answered('webrtc', ['blocked', 'webrtc']),
    answered('webrtc allow', ['blocked', 'webrtc']),
    answered("connect-src 'none'", ['allowed', null]),
    answered("default-src 'none'", ['allowed', null]),
  ],
};

const shouldBlock: Table = {
  section: 'CSP#should-block-rtc-connection',
  cases: [
    answered(["webrtc 'allow'", "webrtc 'block'"], ['blocked', 'webrtc']),
    answered("connect-src *; webrtc 'block'", ['blocked', 'webrtc']),
    {
      name: 'a report-only policy reports, and blocks nothing',
      actual: () => {
        const { verdict, by, violations } = ask({ reportOnly: "webrtc 'block'", url, request });
        const seen = violations.map(({ effectiveDirective, blockedURI, optional }) => [
          effectiveDirective,
          blockedURI,
          optional,
        ]);
        return [verdict, by, seen];
      },
      expected: ['allowed', null, [['webrtc', '', true]]],
    },
    {
      name: 'blocked by CSP, before anything leaves',
      actual: () => {
        const { by, blockedAtHop } = ask({ policy: "webrtc 'block'", url, request });
        return [by, blockedAtHop];
      },
      expected: ['csp', 0],
    },
  ],
};

export const webrtc: Table[] = [preConnect, shouldBlock];
