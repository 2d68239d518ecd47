import Sqlite from 'better-sqlite3';
import { markdownOf } from './html.ts';
import { textOfBytes } from '../../core/importing/readText.ts';
import { type ImportRecord, type RecordOptions, refused } from './record.ts';

interface Row {
  id: number;
  uri: string | null;
  title: string | null;
  parent: number | null;
  created: number;
  modified: number | null;
  mode: number;
  remote_addr: string | null;
  /** As bytes: what is no UTF-8 would become � unsaid. */
  text: Buffer | null;
  author: Buffer | null;
  email: string | null;
  website: string | null;
  likes: number | null;
  dislikes: number | null;
}

/** Isso's own database (https://github.com/isso-comments/isso/tree/master/isso/db): opened for reading alone. */
export async function* readIssoDatabase(file: string, options: RecordOptions): AsyncGenerator<ImportRecord> {
  const database = new Sqlite(file, { readonly: true, fileMustExist: true });
  try {
    for (const { uri, title } of database
      .prepare('select uri, title from threads order by id')
      .iterate() as IterableIterator<Pick<Row, 'uri' | 'title'>>)
      if (uri) yield { kind: 'page', url: uri, title: title ?? '' };
    const rows = database
      .prepare(
        `select comments.id, threads.uri, threads.title, comments.parent, comments.created, comments.modified,
           comments.mode, comments.remote_addr, cast(comments.text as blob) as text,
           cast(comments.author as blob) as author, comments.email, comments.website,
           comments.likes, comments.dislikes
         from comments left join threads on threads.id = comments.tid order by comments.id`,
      )
      .iterate() as IterableIterator<Row>;
    for (const row of rows) {
      const name = `comment ${row.id}`;
      if (!row.uri) {
        yield refused(name, 'its thread is not in the database');
        continue;
      }
      // 1 accepted, 2 in moderation, 4 deleted but answered.
      const state = ({ 1: 'approved', 2: 'pending', 4: 'deleted' } as const)[row.mode];
      if (!state) {
        yield refused(name, `its mode ${row.mode} is unknown`);
        continue;
      }
      const read = (bytes: Buffer | null): Promise<string> =>
        textOfBytes(bytes ?? Buffer.alloc(0), { ...options, file: name });
      yield {
        kind: 'comment',
        row: name,
        page: { url: row.uri, title: row.title ?? '' },
        source: `isso-db:${row.id}`,
        parent: row.parent === null ? null : `isso-db:${row.parent}`,
        state,
        name: await read(row.author),
        email: row.email || null,
        website: row.website || null,
        body: markdownOf(await read(row.text)),
        up: row.likes ?? 0,
        down: row.dislikes ?? 0,
        at: Math.round(row.created * 1_000),
        editedAt: row.modified === null ? null : Math.round(row.modified * 1_000),
        extra: { address: row.remote_addr ?? '' },
      };
    }
  } finally {
    database.close();
  }
}
