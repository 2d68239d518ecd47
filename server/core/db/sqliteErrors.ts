import Sqlite from 'better-sqlite3';
import { StorageError, UniqueViolation } from './database.ts';

const isSqliteError = (error: unknown): error is Error & { code: string } =>
  error instanceof Sqlite.SqliteError && typeof error.code === 'string';

export const asStorageError = (error: unknown): unknown => {
  const cause =
    error instanceof Error && error.cause !== undefined && !isSqliteError(error) ? error.cause : error;
  if (!isSqliteError(cause)) return error;
  if (cause.code === 'SQLITE_CONSTRAINT_PRIMARYKEY' || cause.code === 'SQLITE_CONSTRAINT_UNIQUE')
    return new UniqueViolation(cause.message, { cause: error });
  if (cause.code.startsWith('SQLITE_FULL') || cause.code === 'SQLITE_IOERR_WRITE')
    return new StorageError('full', error);
  if (cause.code.startsWith('SQLITE_BUSY') || cause.code.startsWith('SQLITE_LOCKED'))
    return new StorageError('busy', error);
  if (cause.code.startsWith('SQLITE_CORRUPT') || cause.code.startsWith('SQLITE_NOTADB'))
    return new StorageError('corrupt', error);
  if (cause.code.startsWith('SQLITE_IOERR') || cause.code.startsWith('SQLITE_CANTOPEN'))
    return new StorageError('lost', error);
  return error;
};
