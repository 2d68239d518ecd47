import { z } from 'zod';
import { email, id, someLine } from '../../shared/core/fields.ts';
import type { Row } from './queries.ts';
import type { SiteTable } from './tables.ts';

/*
 * A site in a file: JSON lines. The first describes the site, each further one a row or a file. What stands in a row is
 * listed in docs/site-export.md.
 */

/** Goes up when a file of before can't be read any more. */
export const formatVersion = 1;

export const headSchema = z.object({
  foyer: z.literal('site'),
  version: z.literal(formatVersion),
  exportedAt: z.string(),
  site: z.object({
    key: z.string().max(40),
    name: someLine(200),
    origins: z.array(z.string().max(300)).max(200),
    /** Checked by the settings' own schema. */
    settings: z.record(z.string(), z.unknown()),
  }),
  /** Everybody of the team whom a row names, former colleagues too. */
  staff: z.array(z.object({ id, email, name: someLine(200) })),
});
export type Head = z.infer<typeof headSchema>;

export const fileLine = z.object({ file: id, part: z.enum(['file', 'thumbnail']), base64: z.string() });
export type FileLine = z.infer<typeof fileLine>;

export const rowLine = z.object({ table: z.string(), row: z.record(z.string(), z.unknown()) });
export type RowLine = z.infer<typeof rowLine>;

const kinds: Record<string, z.ZodType> = {
  string: z.string().refine((text) => !text.includes('\0') && text.isWellFormed()),
  number: z.number(),
  boolean: z.boolean(),
};

/** The schema of a table's rows: its columns, of their types, and no others. */
export const schemaOf = ({ columns }: SiteTable): z.ZodType<Row> =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(columns).flatMap(([name, { dataType, notNull, hasDefault }]) => {
        if (name === 'siteId') return [];
        const type = kinds[dataType] ?? z.unknown();
        const value = notNull ? type : type.nullable();
        return [[name, hasDefault || !notNull ? value.optional() : value] as const];
      }),
    ),
  );
