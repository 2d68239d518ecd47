import { join } from 'node:path';
import { type Inspection, inspectPostgres, inspectSqlite } from '../db/inspect.ts';
import { bad, type Check, type Finding, good, type Patient } from './finding.ts';

const about = 'Database';
/** Clocks that differ by more make promises and logins wrong, milliseconds. */
export const maxSkew = 60_000;

const inspect = async ({ config, migrations }: Patient): Promise<Inspection | null> =>
  config.databaseUrl
    ? inspectPostgres(config.databaseUrl, migrations)
    : inspectSqlite(join(config.dataDirectory, 'foyer.sqlite'), migrations);

const schemaOf = ({ pending, unknown }: Inspection): Finding => {
  if (unknown.length)
    return bad(
      about,
      `It comes from a newer version of Foyer (it has ${unknown[0]}).`,
      'Start that version, or restore a backup made before the upgrade.',
    );
  return pending.length
    ? bad(
        about,
        `Its schema is older than this version (${pending.length} to go).`,
        'Run foyer migrate, or start Foyer: it does so itself.',
      )
    : good(about, 'It’s whole, and its schema is this version’s.');
};

const clockOf = ({ newestAt, clock }: Inspection, now: number): Finding[] => {
  if (clock !== null && Math.abs(clock - now) > maxSkew)
    return [
      bad(
        'Clock',
        `This machine and the database differ by ${Math.round(Math.abs(clock - now) / 1_000)} seconds.`,
        'Set both by NTP: timedatectl set-ntp true.',
      ),
    ];
  return newestAt !== null && newestAt - now > maxSkew
    ? [
        bad(
          'Clock',
          'Things have happened later than it is now: the clock went back.',
          'Set it by NTP (timedatectl set-ntp true) before you start.',
        ),
      ]
    : [];
};

/** The database: that it answers, is whole, and of this version; and what it says of the clock. */
export const checkDatabase: Check = async (patient) => {
  try {
    const found = await inspect(patient);
    if (!found) return [good(about, 'It’s made at the first start.')];
    if (found.damage !== null)
      return [bad(about, `The file is damaged (${found.damage}).`, 'Restore a backup: foyer restore FILE.')];
    return [schemaOf(found), ...clockOf(found, patient.now())];
  } catch (error) {
    const code = String((error as { code?: unknown }).code ?? (error as Error).message);
    return [
      bad(
        about,
        `It can’t be opened (${code}).`,
        patient.config.databaseUrl
          ? 'Check DATABASE_URL, and that PostgreSQL runs and lets this account in.'
          : 'Check whose file it is, and restore a backup if it is damaged: foyer restore FILE.',
      ),
    ];
  }
};
