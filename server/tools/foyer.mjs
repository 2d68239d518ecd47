#!/usr/bin/env node
import { existsSync } from 'node:fs';

/* The command line, in a package and in a clone alike: a clone has nothing to run before it's built. */

const built = new URL('../../dist/server/foyer.js', import.meta.url);
if (existsSync(built)) await import(built.href);
else {
  console.error('Foyer isn’t built yet. Run "npm install" and "npm run build", then try again.');
  process.exitCode = 2;
}
