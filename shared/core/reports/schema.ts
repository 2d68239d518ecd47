import { z } from 'zod';
import { prose } from '../fields.ts';

/**
 * `error`: something of ours threw. `module`: the server answers, but a module of ours could not be loaded or run.
 * `csp`: the page's policy blocked something of ours.
 */
export const reportKinds = ['error', 'module', 'csp'] as const;
export const reportKind = z.enum(reportKinds);
export type ReportKind = z.infer<typeof reportKind>;

/** Maximum length of a report's detail, UTF-16 code units. */
export const maxDetailLength = 200;

export const report = z.strictObject({ kind: reportKind, detail: prose(1_000) });
export type Report = z.infer<typeof report>;
