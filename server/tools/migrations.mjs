/* `npm run migrations -- --name what`: generates both sets from the same tables. */
import { spawnSync } from 'node:child_process';

for (const url of ['', 'postgres://generate']) {
  const { status } = spawnSync('npx', ['drizzle-kit', 'generate', ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, DATABASE_URL: url },
  });
  if (status) process.exit(status);
}
