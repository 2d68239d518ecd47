import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../dist/server/foyer.js', import.meta.url));

/** The end of a command. */
export interface CommandRun {
  command: string;
  code: number | null;
  output: string;
}

/** Runs one command of the built program until its process is gone. */
export const runCommand = (
  parameters: readonly string[],
  environment: Record<string, string>,
): Promise<CommandRun> =>
  new Promise((resolve, reject) => {
    const { VITEST: _, NODE_ENV: __, DATABASE_URL: ___, ...rest } = process.env;
    const child = spawn(process.execPath, [program, ...parameters], {
      env: { ...rest, PORT: '0', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let isStopping = false;
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      // The one that goes on: it is told to stop once it serves.
      if (!isStopping && output.includes('serving')) isStopping = child.kill('SIGTERM');
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('close', (code) => resolve({ command: parameters[0]!, code, output }));
  });

/**
 * Runs every command that `foyer help` names, one after the other, against one database.
 * @param folder for what the commands read and write
 * @returns how each ended; and the commands that this has no example of
 */
export const runEveryCommand = async (
  folder: string,
  environment: Record<string, string>,
): Promise<{ runs: CommandRun[]; unknown: string[] }> => {
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  for (const name of ['site', 'texts']) mkdirSync(join(folder, name));
  const examples: Record<string, readonly string[]> = {
    migrate: [],
    'create-site': ['shop', '--name', 'Shop', '--origin', 'https://shop.example'],
    'create-staff': ['ann@shop.example', '--site', 'shop', '--name', 'Ann', '--role', 'owner'],
    'disable-staff': ['ann@shop.example'],
    'enable-staff': ['ann@shop.example'],
    secret: ['rotate', '--site', 'shop', '--keep-hours', '1'],
    'import-faq': [
      file('faq.json', JSON.stringify([{ question: 'When do you open?', answer: 'At nine.' }])),
      '--site',
      'shop',
    ],
    'import-comments': [
      file(
        'comments.csv',
        'id,page,author,text,date\n1,https://shop.example/a,Ann,Hello,2026-01-01T00:00:00Z\n',
      ),
      '--site',
      'shop',
      '--format',
      'csv',
    ],
    'export-comments': [join(folder, 'comments.jsonl'), '--site', 'shop'],
    'bake-comments': [join(folder, 'site'), '--site', 'shop'],
    'export-questions': [join(folder, 'questions.jsonl'), '--site', 'shop'],
    'import-questions': [join(folder, 'questions.jsonl'), '--site', 'shop'],
    'export-articles': [join(folder, 'articles')],
    'import-articles': [dirname(file('texts/size.md', '# Size\n\nMeasure.')), '--site', 'shop'],
    'import-contacts': [file('contacts.csv', 'email,name\nzoe@visitor.example,Zoë\n'), '--site', 'shop'],
    'export-site': [join(folder, 'shop.jsonl'), '--site', 'shop'],
    'import-site': [join(folder, 'shop.jsonl'), '--as', 'shop-copy'],
    facts: ['rebuild', '--site', 'shop'],
    doctor: [],
    seed: [],
    backup: [join(folder, 'copy.sqlite')],
    restore: environment['DATABASE_URL'] ? [] : [join(folder, 'copy.sqlite')],
    serve: [],
  };
  const data = { DATA_DIR: join(folder, 'data'), ...environment };
  const { output } = await runCommand(['help'], data);
  const named = [...output.matchAll(/^ {2}foyer (\S+)/gm)].map(([, name]) => name!);
  const usage = await runCommand(['secret', '--help'], data);
  if (!usage.output.startsWith('Usage: foyer secret ')) throw new Error(`no usage: ${usage.output}`);
  const runs: CommandRun[] = [];
  for (const [name, parameters] of Object.entries(examples))
    runs.push(await runCommand([name, ...parameters], data));
  return { runs, unknown: named.filter((name) => !(name in examples)) };
};
