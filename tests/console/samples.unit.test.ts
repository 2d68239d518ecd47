import { execFileSync, spawnSync } from 'node:child_process';
import { jwtVerify } from 'jose';
import { expect, test } from 'vitest';
import { samples } from '../../widget/console/developers/samples.ts';

/* The console's examples are run as they are, where their language is installed. */

const secret = 'kept-on-the-server-kept-on-the-server-43ch';
const person = { id: '7', name: 'Zoë “Z” O’Neil', email: 'zoe@example.com' };

/** The caller of each example: the program, and the code that prints a token. */
const callers: Record<keyof typeof samples, [program: string, run: (code: string) => string[]]> = {
  node: [
    process.execPath,
    (code) => [
      '--input-type=module',
      '-e',
      `${code}\nconsole.log(foyerToken(JSON.parse(process.env.PERSON)));`,
    ],
  ],
  php: [
    'php',
    (code) => [
      '-r',
      `${code.replace('<?php', '')}\n$p = json_decode(getenv('PERSON'), true); echo foyer_token($p['id'], $p['name'], $p['email']);`,
    ],
  ],
  python: ['python3', (code) => ['-c', `${code}\nprint(foyer_token(**json.loads(os.environ["PERSON"])))`]],
  ruby: [
    'ruby',
    (code) => [
      '-e',
      `${code}\np_ = JSON.parse(ENV["PERSON"]); puts foyer_token(p_["id"], p_["name"], p_["email"])`,
    ],
  ],
};

test.each(Object.entries(callers))(
  'the example in %s makes a token that is taken',
  async (name, [program, run]) => {
    if (spawnSync(program, ['--version']).error) {
      console.log(`${name}: skipped, ${program} isn't installed here`);
      return;
    }
    const code = samples[name as keyof typeof samples].code('shop');
    const token = execFileSync(program, run(code), {
      encoding: 'utf8',
      env: { ...process.env, FOYER_SECRET: secret, PERSON: JSON.stringify(person) },
    }).trim();
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ['HS256'],
      audience: 'shop',
    });
    expect(payload).toMatchObject({ sub: '7', name: person.name, email: person.email });
    // One of before an erasure is told by it from one of after.
    expect(Number(payload.iat) * 1_000).toBeLessThanOrEqual(Date.now());
    expect(Number(payload.exp) * 1_000 - Date.now()).toBeLessThanOrEqual(3_600_000);
  },
);
