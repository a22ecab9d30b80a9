import type { Recorder } from '../catalogue/mechanism.ts';
import type { Said, Tell } from './protocol.ts';

type StepKind = Extract<Said, { kind: 'step' }>['step'];

/** An exception by the name a test would assert: `TypeError`, `DOMException NetworkError`. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Object)) return String(error);
  const className = error.constructor?.name ?? 'Object';
  const name = (error as { name?: unknown }).name;
  return typeof name === 'string' && name !== className ? `${className} ${name}` : className;
}

const messageOf = (error: unknown) => String((error as { message?: unknown } | null)?.message ?? '');

/**
 * Writes down what script sees of one connection. Each step has a shape, its part of the outcome that two runs and two
 * browsers can be compared by; messages and texts stay in the detail.
 */
export function recorderFor(caseId: string, tell: Tell): Recorder {
  const step = (step: StepKind, name: string, shape: string, detail?: Record<string, unknown>) =>
    tell({ kind: 'step', case: caseId, step, name, shape, ...(detail && { detail }) });
  const join = (...parts: Array<string | undefined>) => parts.filter(Boolean).join(' ');
  let settled = false;
  return {
    returns: (value, detail) => step('return', value ?? '', join('returns', value), detail),
    throws: (error) =>
      step('throw', nameOf(error), join('throws', nameOf(error)), { message: messageOf(error) }),
    resolves: (value, detail, promise) =>
      step('resolve', value ?? '', join(promise, 'resolves', value), detail),
    rejects: (error, promise) =>
      step('reject', nameOf(error), join(promise, 'rejects', nameOf(error)), { message: messageOf(error) }),
    event: (name, state, detail) => step('event', join(name, state), join(name, state), detail),
    unavailable: (reason) => tell({ kind: 'unavailable', case: caseId, reason }),
    settled() {
      if (!settled) tell({ kind: 'settled', case: caseId });
      settled = true;
    },
  };
}
