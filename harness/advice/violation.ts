import { effectiveDirective, type Question } from '../spec/explain.ts';
import { originOf, parseUrl, serializeOrigin } from '../spec/url-record.ts';
import type { Advice } from './advice.ts';
import { adviceFor } from './advice-for.ts';
import type { ReportedViolation } from './reported-violation.ts';
import { situationOf } from './situation.ts';
import { quote } from './words.ts';

export type { ReportedViolation } from './reported-violation.ts';

/** What a violation tells. */
export interface ViolationAnswer {
  /** The question that it answers, as far as it can be told; null where `connect-src` has no part in it. */
  question: Question | null;
  advice: Advice[];
}

/** URLs of what users have installed, and the ones by which Safari hides them. */
const ofAnExtension =
  /^(chrome-extension|moz-extension|safari-extension|safari-web-extension|ms-browser-extension|user-script|webkit-masked-url)\b/i;

/** The fields that the two kinds of report give local URLs by: their scheme alone. */
const localSchemes = ['about', 'blob', 'data'];

/**
 * What to make of a violation: which policy reported it, whether anything was blocked, where it happened, whether it is the
 * page's own doing, and what to add. Never throws.
 */
export function adviseOnViolation(violation: ReportedViolation): ViolationAnswer {
  const about = [policyAdvice(violation), placeAdvice(violation)];
  const others = extensionAdvice(violation) ?? otherDirectiveAdvice(violation);
  if (others !== null) return { question: null, advice: [...about, others] };
  const question = questionOf(violation);
  const situation = situationOf(question);
  const found = situation.objections.length === 0 ? [allowedAdvice(violation)] : adviceFor(situation);
  return { question, advice: [...about, ...found.filter(({ id }) => id !== 'script-sees')] };
}

function policyAdvice({ disposition, originalPolicy }: ReportedViolation): Advice {
  const what = {
    enforce: 'is enforced, so the connection was blocked',
    report: 'is report-only, so the connection went out all the same',
    unknown: 'is enforced or report-only: the browser does not tell which, nor whether anything was blocked',
  }[disposition ?? 'unknown'];
  return { id: 'violation-policy', says: `The policy that was violated ${what}: ${quote(originalPolicy)}.` };
}

function placeAdvice(violation: ReportedViolation): Advice {
  const { sourceFile, lineNumber } = violation;
  const script =
    sourceFile === null
      ? 'Which script it was is not told.'
      : `The script is ${quote(sourceFile)}${lineNumber ? `, line ${lineNumber}` : ''}.`;
  return { id: 'violation-place', says: `It happened in ${placeOf(violation)}. ${script}` };
}

function placeOf(violation: ReportedViolation): string {
  const { documentURI } = violation;
  if (documentURI === 'about') return 'a frame without a URL of its own (srcdoc or about:blank)';
  if (localSchemes.includes(documentURI)) return `a frame or worker from a ${documentURI}: URL`;
  if (isWorker(violation)) return `the worker ${quote(documentURI)}, whose own header counts`;
  return `the page or frame ${quote(documentURI)}: which of them is not told`;
}

/** A worker's URL is that of its script. */
const isWorker = ({ global, documentURI, sourceFile }: ReportedViolation): boolean =>
  global !== undefined
    ? global === 'worker'
    : documentURI === sourceFile || /\.[cm]?[jt]s$/.test(parseUrl(documentURI)?.path ?? '');

function extensionAdvice({ sourceFile, blockedURI, documentURI }: ReportedViolation): Advice | null {
  const found = [sourceFile, blockedURI, documentURI].find((url) => url !== null && ofAnExtension.test(url));
  if (found === undefined) return null;
  return {
    id: 'violation-of-an-extension',
    says: `It is the doing of an extension of this user's browser (${quote(found ?? '')}), and not of the page. Leave the policy as it is, and drop such reports where they are collected.`,
  };
}

function otherDirectiveAdvice({ effectiveDirective: directive }: ReportedViolation): Advice | null {
  if (directive === effectiveDirective({ destination: '', initiator: '' })) return null;
  return {
    id: 'violation-of-another-directive',
    says: `It is about ${quote(directive)}, and no connection that \`connect-src\` governs: a change of \`connect-src\` does not help.`,
  };
}

/** The policy has nothing against the URL that is named. */
const allowedAdvice = ({ blockedURI, documentURI }: ReportedViolation): Advice => ({
  id: 'violation-of-what-is-allowed',
  says: `This policy allows ${quote(blockedURI)} from ${quote(documentURI)}. Most likely the server redirected it: a violation names the URL before any redirect, and the target is what was refused. Look it up with \`curl -sIL\`, and add a source for its host. It may also be that \`'self'\` is another origin than that of ${quote(documentURI)}, or that the browser differs from the specification.`,
});

/** The question of a violation. Where its URL is cut down to a scheme, any URL of that scheme asks the same. */
function questionOf(violation: ReportedViolation): Question {
  const { documentURI, blockedURI, originalPolicy, disposition } = violation;
  const page = parseUrl(documentURI);
  const self = page === null || localSchemes.includes(documentURI) ? 'opaque' : documentURI;
  const delivered =
    disposition === 'report' ? { reportOnly: [originalPolicy] } : { policy: [originalPolicy] };
  return {
    ...delivered,
    self,
    url: wholeUrl(blockedURI, page === null ? null : serializeOrigin(originOf(page))),
    context: isWorker(violation) ? 'worker' : 'document',
  };
}

function wholeUrl(blockedURI: string, origin: string | null): string {
  if (parseUrl(blockedURI) !== null) return blockedURI;
  return blockedURI === 'blob' && origin !== null ? `blob:${origin}/` : `${blockedURI}:,`;
}
