import { z } from 'zod';
import { language } from '../fields.ts';

export const person = z.object({ id: z.string(), name: z.string() });
export type Person = z.infer<typeof person>;

export const textsQuery = z.object({ language });
export const textsReply = z.object({ texts: z.record(z.string(), z.string()) });
export type TextsReply = z.infer<typeof textsReply>;
