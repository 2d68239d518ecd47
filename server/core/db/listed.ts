import { type SQL, sql } from 'drizzle-orm';
import { dialect } from '../../config.ts';

/**
 * The texts of a list as rows with the column `value`, to stand after `from`: one statement for a list of any length,
 * where a placeholder for each entry would make another one for each length.
 * @param list a JSON array of texts, or the placeholder of one
 */
export const listed = (list: unknown): SQL =>
  dialect === 'postgres'
    ? sql`json_array_elements_text(${list}::json) as listed(value)`
    : sql`json_each(${list}) as listed`;
