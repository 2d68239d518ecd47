import { z } from 'zod';
import { language } from '../fields.ts';

/** In which language it is written. */
export const processingQuery = z.strictObject({ language: language.optional() });

/** The data-processing document: what is stored, where, for how long, and who gets what. */
export const processingDocument = z.object({
  title: z.string(),
  lead: z.string(),
  sections: z.array(
    z.object({
      title: z.string(),
      text: z.string().optional(),
      rows: z.array(z.object({ name: z.string(), text: z.string() })),
    }),
  ),
  /** The same, for a register. */
  markdown: z.string(),
});
export type ProcessingDocument = z.infer<typeof processingDocument>;
