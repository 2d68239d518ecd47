import type Sqlite from 'better-sqlite3';
import { newId } from '../../shared/core/ids.ts';
import { syntheticDocuments } from './suggest/syntheticDocuments.ts';

const day = 24 * 3_600_000;
/** Topics that questions are of. */
const topics = 20;
/** Answers of the question that many people answered. */
const manyAnswers = 30;
/** Articles beside the questions. */
const articleCount = 200;

/** Paths of a made help centre, below the site's, and titles to search for. */
export interface MadeHelpCentre {
  question: string;
  article: string;
  titles: string[];
}

/** Runs a named insert for a row, its columns by the row's own names. */
const insertInto = (client: Sqlite.Database, table: string) => {
  let statement: Sqlite.Statement | undefined;
  return (values: Record<string, string | number | null>): void => {
    const names = Object.keys(values);
    statement ??= client.prepare(
      `insert into ${table} (${names.join(', ')}) values (${names.map((name) => `@${name}`).join(', ')})`,
    );
    statement.run(values);
  };
};

const richOf = (text: string): string => JSON.stringify([{ tag: 'p', children: [text] }]);

/** Puts a help centre into an SQLite file: questions with one answer each, one with thirty, and articles. */
export const insertHelpCentre = (client: Sqlite.Database, siteId: string, count: number): MadeHelpCentre => {
  const documents = syntheticDocuments(count + articleCount);
  const [question, answer] = [insertInto(client, 'questions'), insertInto(client, 'answers')];
  const [article, text] = [insertInto(client, 'articles'), insertInto(client, 'article_texts')];
  const start = Date.UTC(2025, 0, 1);
  const many = newId(start);
  const articleText = newId(start);
  const addAnswer = (questionId: string, body: string, at: number, helpful: number): void =>
    answer({
      site_id: siteId,
      id: newId(at),
      question_id: questionId,
      author_name: 'Bench',
      author_kind: 'staff',
      body,
      rich: richOf(body),
      official: helpful === 0 ? 1 : 0,
      accepted: 0,
      helpful,
      created_at: at,
    });
  client.transaction(() => {
    for (const [number, { title, body }] of documents.slice(0, count).entries()) {
      const at = start + Math.floor((number / count) * 300 * day);
      const id = number === 0 ? many : newId(at);
      question({
        site_id: siteId,
        id,
        title,
        details: '',
        details_rich: '[]',
        language: 'en',
        category: `topic-${number % topics}`,
        slug: 'question',
        asked_by: '',
        published: 1,
        solved: number % 50,
        created_at: at,
        updated_at: at,
      });
      for (let index = 0; index < (number === 0 ? manyAnswers : 1); index++)
        addAnswer(id, documents[(number + index * 7) % count]?.body ?? body, at + index * 60_000, index);
    }
    for (const [number, { title, body }] of documents.slice(count).entries()) {
      const id = newId(start + number);
      const words = [body, ...documents.slice(number, number + 8).map((other) => other.body)];
      article({
        site_id: siteId,
        id,
        category: `topic-${number % topics}`,
        audience: 'public',
        language: 'en',
        position: number,
        authors: '[]',
        revision: 1,
        created_at: start,
        changed_at: start,
      });
      text({
        site_id: siteId,
        id: number === 0 ? articleText : newId(start + number),
        article_id: id,
        language: 'en',
        title,
        body: words.join('\n\n'),
        revision: 1,
        changed_at: start,
        changed_by: '',
        version: 1,
        based_on: 0,
        public_title: title,
        public_rich: JSON.stringify(words.map((part) => ({ tag: 'p', children: [part] }))),
        slug: 'article',
        published_at: start,
        updated_at: start,
      });
    }
  })();
  return {
    question: `${many}/question`,
    article: `${articleText}/article`,
    titles: documents.slice(0, count).map(({ title }) => title),
  };
};
