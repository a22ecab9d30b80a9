import { effectiveDirective } from '../../../harness/spec/explain.ts';
import { ask, type Case, type Table } from './table.ts';

const governs = (destination: string, expected: string | null, initiator = ''): Case => ({
  name: `${initiator || 'no'} initiator, destination "${destination}" → ${expected}`,
  actual: () => effectiveDirective({ destination, initiator }),
  expected,
});

const effective: Table = {
  section: 'CSP#effective-directive-for-a-request',
  cases: [
    governs('', 'connect-src'),
    governs('json', 'connect-src'),
    governs('text', 'connect-src'),
    governs('webidentity', 'connect-src'),
    governs('bytes', 'connect-src'),
    governs('not-yet-invented', 'connect-src'),
    governs('manifest', 'manifest-src'),
    governs('object', 'object-src'),
    governs('embed', 'object-src'),
    governs('frame', 'frame-src'),
    governs('iframe', 'frame-src'),
    governs('audio', 'media-src'),
    governs('track', 'media-src'),
    governs('video', 'media-src'),
    governs('font', 'font-src'),
    governs('image', 'img-src'),
    governs('style', 'style-src-elem'),
    governs('script', 'script-src-elem'),
    governs('xslt', 'script-src-elem'),
    governs('audioworklet', 'script-src-elem'),
    governs('paintworklet', 'script-src-elem'),
    governs('serviceworker', 'worker-src'),
    governs('sharedworker', 'worker-src'),
    governs('worker', 'worker-src'),
    governs('report', null),
    governs('document', null),
    governs('', null, 'download'),
    governs('', 'default-src', 'prefetch'),
    governs('script', 'default-src', 'prerender'),
  ],
};

/** Whether a policy lets a request of some destination to b.test through. */
const under = (policy: string, destination: string, expected: 'allowed' | 'blocked'): Case => ({
  name: `${policy} with destination "${destination}" → ${expected}`,
  actual: () => ask({ policy, url: 'https://b.test/', request: { destination } }).verdict,
  expected,
});

const execute: Table = {
  section: 'CSP#should-directive-execute',
  cases: [
    under("default-src 'none'", '', 'blocked'),
    under("default-src 'none'; connect-src b.test", '', 'allowed'),
    under("connect-src 'none'; default-src b.test", '', 'blocked'),
    under('connect-src; default-src *', '', 'blocked'),
    under("script-src 'none'; img-src 'none'", '', 'allowed'),
    under("DEFAULT-SRC 'none'", 'json', 'blocked'),
    under("connect-src 'none'", 'image', 'allowed'),
    under("connect-src 'none'", 'report', 'allowed'),
    under("default-src 'none'", 'report', 'allowed'),
    under("connect-src 'none'; default-src 'none'", 'document', 'allowed'),
    {
      name: 'a download is no connection',
      actual: () =>
        ask({ policy: "default-src 'none'", url: 'https://b.test/', request: { initiator: 'download' } })
          .verdict,
      expected: 'allowed',
    },
    under("connect-src *; default-src 'none'", 'image', 'blocked'),
    under("img-src b.test; default-src 'none'", 'image', 'allowed'),
    under("font-src b.test; default-src 'none'", 'font', 'allowed'),
    under("media-src b.test; default-src 'none'", 'video', 'allowed'),
    under("manifest-src b.test; default-src 'none'", 'manifest', 'allowed'),
    under("object-src b.test; default-src 'none'", 'embed', 'allowed'),
    under("child-src b.test; default-src 'none'", 'iframe', 'allowed'),
    under("frame-src 'none'; child-src b.test", 'iframe', 'blocked'),
    under("worker-src b.test; child-src 'none'", 'worker', 'allowed'),
    under("child-src b.test; script-src 'none'", 'sharedworker', 'allowed'),
    under("script-src 'none'; default-src b.test", 'serviceworker', 'blocked'),
    under("script-src 'none'; script-src-elem b.test", 'script', 'allowed'),
    under("script-src-attr 'none'; default-src b.test", 'script', 'allowed'),
    under("style-src b.test; default-src 'none'", 'style', 'allowed'),
    {
      name: 'each policy falls back on its own',
      actual: () =>
        ask({ policy: "connect-src b.test, default-src 'none'", url: 'https://b.test/' }).violations.map(
          ({ policyIndex, effectiveDirective }) => [policyIndex, effectiveDirective],
        ),
      expected: [[1, 'connect-src']],
    },
    {
      name: 'the directive is named after the request, not after the fallback',
      actual: () => ask({ policy: 'default-src *', url: 'https://b.test/' }).directive,
      expected: 'connect-src',
    },
    {
      name: 'where no policy restricts the request, no directive governs it',
      actual: () => ask({ policy: "img-src 'none'", url: 'https://b.test/' }).directive,
      expected: null,
    },
    {
      name: 'a report-only policy governs as well',
      actual: () => ask({ reportOnly: 'connect-src *', url: 'https://b.test/' }).directive,
      expected: 'connect-src',
    },
  ],
};

const request: Table = {
  section: 'CSP#connect-src-pre-request',
  cases: [
    {
      name: 'the expression that matched is named as it was written',
      actual: () => ask({ policy: 'connect-src a.test B.Test *', url: 'https://b.test/' }).matched,
      expected: 'B.Test',
    },
    {
      name: 'it is that of the last policy that governs',
      actual: () =>
        ask({ policy: "connect-src *, default-src https:, img-src 'none'", url: 'https://b.test/' }).matched,
      expected: 'https:',
    },
    {
      name: 'there is none where one policy blocks',
      actual: () => ask({ policy: "connect-src 'none', connect-src *", url: 'https://b.test/' }).matched,
      expected: null,
    },
    ...(
      [
        ["connect-src 'unsafe-webtransport-hashes'", true, 'allowed'],
        ["connect-src 'UNSAFE-webtransport-HASHES' 'none'", true, 'allowed'],
        ["default-src 'unsafe-webtransport-hashes'", true, 'allowed'],
        ['connect-src *', true, 'blocked'],
        ['connect-src', true, 'blocked'],
        ["script-src 'none'", true, 'allowed'],
        ["connect-src 'unsafe-webtransport-hashes'", false, 'blocked'],
        ['connect-src *', false, 'allowed'],
      ] as const
    ).map(([policy, webTransportHashes, expected]) => ({
      name: `WebTransport ${webTransportHashes ? 'with' : 'without'} hashes under ${policy} → ${expected}`,
      actual: () =>
        ask({ policy, url: 'https://b.test/', request: { mode: 'webtransport', webTransportHashes } })
          .verdict,
      expected,
    })),
    {
      name: 'hashes mean nothing to other modes',
      actual: () =>
        ask({ policy: 'connect-src *', url: 'https://b.test/', request: { webTransportHashes: true } })
          .verdict,
      expected: 'allowed',
    },
  ],
};

const hint = (policy: string, expected: 'allowed' | 'blocked'): Case => ({
  name: `${policy} → ${expected}`,
  actual: () => ask({ policy, url: 'https://b.test/', request: { initiator: 'prefetch' } }).verdict,
  expected,
});

const hints: Table = {
  section: 'CSP#does-resource-hint-violate-policy',
  cases: [
    hint("connect-src 'none'", 'allowed'),
    hint("default-src 'none'", 'blocked'),
    hint('default-src b.test', 'allowed'),
    hint("default-src 'self'; connect-src b.test", 'allowed'),
    hint("default-src 'self'; img-src b.test", 'allowed'),
    hint("default-src 'self'; style-src-elem b.test", 'allowed'),
    hint("default-src 'self'; script-src-attr b.test", 'blocked'),
    hint("default-src 'self'; form-action b.test", 'blocked'),
    hint("default-src 'self', default-src *", 'blocked'),
    {
      name: 'the violation is of default-src',
      actual: () => {
        const request = { initiator: 'prefetch' };
        const { directive, violations } = ask({
          policy: "default-src 'none'; connect-src 'none'",
          url: 'https://b.test/',
          request,
        });
        return [directive, violations.map((violation) => violation.effectiveDirective)];
      },
      expected: ['default-src', ['default-src']],
    },
    {
      name: 'connect-src alone does not govern a prefetch',
      actual: () =>
        ask({ policy: 'connect-src *', url: 'https://b.test/', request: { initiator: 'prefetch' } })
          .directive,
      expected: null,
    },
    {
      name: 'prerender has no check of its own',
      actual: () =>
        ask({ policy: "default-src 'none'", url: 'https://b.test/', request: { initiator: 'prerender' } })
          .verdict,
      expected: 'allowed',
    },
  ],
};

export const directives: Table[] = [effective, execute, request, hints];
