import type { Context } from '../../context.ts';
import { readStaleTexts, staleAtOnce, storeWords, type StaleText } from '../../core/search/staleTexts.ts';

const staleQuestions: StaleText = {
  list: `
  select s.row::text as row, coalesce(q.published, false) as found, concat_ws(' ', q.title, (
      select string_agg(text, ' ') from phrasings where site_id = q.site_id and question_id = q.id
    )) as title, left(concat_ws(' ', q.details, (
      select string_agg(body, ' ') from answers where site_id = q.site_id and question_id = q.id
    )), 8000) as body
  from (select row, site_id, subject_id from search_stale where site_id = $1 order by row limit ${staleAtOnce}) s
  left join questions q on q.site_id = s.site_id and q.id = s.subject_id`,
  store: storeWords({ stale: 'search_stale', texts: 'search_texts' }, 'subject_id'),
};

/** Has the database's own full text know the words of public questions that changed; SQLite's triggers did it already. */
export const readStaleQuestions = async (
  { database }: Pick<Context, 'database'>,
  siteId: string,
): Promise<void> => {
  if (database.dialect === 'postgres') await readStaleTexts(staleQuestions, database.raw, siteId);
};
