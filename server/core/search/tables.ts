import { at, index, primaryKey, table, text } from '../db/columns.ts';

/** Vectors of documents' titles, made by an outside endpoint; empty unless the owner configured one. */
export const searchVectors = table(
  'search_vectors',
  {
    siteId: text('site_id').notNull(),
    /** The document's id. */
    id: text('id').notNull(),
    groupId: text('group_id').notNull(),
    model: text('model').notNull(),
    /** The text that the vector was made of: another text needs another vector. */
    source: text('source').notNull(),
    /** Little-endian 32-bit floats of length one, base64. */
    vector: text('vector').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.siteId, row.id, row.model] }),
    index('search_vectors_group').on(row.siteId, row.groupId),
  ],
);
