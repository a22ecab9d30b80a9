/**
 * The package as a library: what the specifications say about a connection, and what to do about it. Pure functions that
 * neither read nor open anything, for Node and for a browser's bundle.
 */
export * from '../advice/advise.ts';
export { adviseOnViolation, type ReportedViolation, type ViolationAnswer } from '../advice/violation.ts';
export * from '../spec/explain.ts';
