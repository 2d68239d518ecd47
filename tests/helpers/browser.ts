import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
];

const hasLibrary = (name: string): boolean => {
  try {
    return execFileSync('ldconfig', ['-p'], { encoding: 'utf8' }).includes(name);
  } catch {
    return false;
  }
};

const packagedBrowser = async () => {
  // The package brings the libraries that a bare system lacks, and unpacks them where it is told that it is bare. It
  // looks when it is imported.
  if (!hasLibrary('libnss3.so')) process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs20.x';
  return (await import('@sparticuz/chromium')).default;
};

const systemBrowser = (): string | undefined => systemBrowsers.find((file) => existsSync(file));

/**
 * Before any journey: the packaged browser is unpacked once, by one process. Of several that found nothing there, all
 * but the first would start a file that is still being written.
 */
export default async function unpackBrowser(): Promise<void> {
  if (!systemBrowser()) await (await packagedBrowser()).executablePath();
}

/** A system Chromium or Chrome when there is one, otherwise the one that comes with an npm package. */
export const launchBrowser = async (): Promise<Browser> => {
  const system = systemBrowser();
  if (system) return chromium.launch({ executablePath: system, args: quiet, headless: true });
  const packaged = await packagedBrowser();
  return chromium.launch({
    executablePath: await packaged.executablePath(),
    args: [
      ...packaged.args.filter(
        (one) =>
          !/^--(?:headless|single-process|no-zygote|disable-web-security|disable-site-isolation|allow-running-insecure)/.test(
            one,
          ),
      ),
      ...quiet,
    ],
    headless: true,
  });
};

let shared: Promise<Browser> | undefined;

/**
 * The one browser of the files that run in this process, which ends with it: to start one takes as long as a short
 * journey. Each visit has a context of its own, which a stage closes. One that crashed is started anew.
 */
export const sharedBrowser = async (): Promise<Browser> => {
  const running = await shared?.catch(() => null);
  if (!running?.isConnected()) shared = launchBrowser();
  return shared as Promise<Browser>;
};
