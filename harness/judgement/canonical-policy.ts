import { parseSerializedPolicy } from '../spec/parse-serialized-policy.ts';
import { serializePolicy } from '../spec/policy.ts';

/** A policy's text in the form that all texts of the same policy share. */
export const canonicalPolicy = (text: string): string =>
  serializePolicy(parseSerializedPolicy(text, 'header', 'enforce'));
