import { z } from 'zod';
import { attributeTypes } from './attributeTypes.ts';
import { id, someLine } from '../core/fields.ts';
import { settingsPart } from '../core/settings.ts';

/** An attribute of contacts, as the owner defines it. */
export const attributeDefinition = z.strictObject({
  id,
  name: someLine(60),
  type: z.enum(attributeTypes),
  /** Of a choice; empty for all other types. */
  choices: z.array(someLine(60)).max(50),
});
export type AttributeDefinition = z.infer<typeof attributeDefinition>;

/** A stage of a customer, from the first to the last. */
export const stageDefinition = z.strictObject({ id, name: someLine(60) });
export type StageDefinition = z.infer<typeof stageDefinition>;

const isUnique = (list: readonly { id: string }[]): boolean =>
  new Set(list.map((one) => one.id)).size === list.length;

/** Settings of contacts: their attributes, and the stages of a customer. */
export const contactSettings = settingsPart({
  fields: {
    contacts: z.object({
      attributes: z
        .array(attributeDefinition)
        .max(30)
        .refine(isUnique, { params: { code: 'taken' } }),
      stages: z
        .array(stageDefinition)
        .max(20)
        .refine(isUnique, { params: { code: 'taken' } }),
    }),
  },
  defaults: () => ({ contacts: { attributes: [], stages: [] } }),
});
