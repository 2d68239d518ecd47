import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Context as HonoContext } from 'hono';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
};

export interface Asset {
  bytes: Uint8Array<ArrayBuffer>;
  /** Brotli, when it is smaller. */
  readonly packed: Uint8Array<ArrayBuffer> | null;
  type: string;
  etag: string;
}

/** A folder's files by their path from it, held in memory: nothing outside it can be named, whatever is asked. */
export type AssetFolder = ReadonlyMap<string, Asset>;

const own = (bytes: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

/** @param built what the build has packed already; otherwise it is packed when it is first asked for */
export const makeAsset = (bytes: Buffer, type: string, built?: Buffer): Asset => {
  const isText = /^(?:text|application\/json|image\/svg)/.test(type);
  let packed: Asset['packed'] | undefined;
  return {
    bytes: own(bytes),
    get packed() {
      if (packed === undefined) {
        const smaller =
          built ??
          (isText ? brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }) : bytes);
        packed = smaller.length < bytes.length ? own(smaller) : null;
      }
      return packed;
    },
    type,
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
  };
};

/** A file as the build packed it; not when the file was made anew since. */
const readPacked = (file: string): Buffer | undefined =>
  existsSync(`${file}.br`) && statSync(`${file}.br`).mtimeMs >= statSync(file).mtimeMs
    ? readFileSync(`${file}.br`)
    : undefined;

/** Reads a folder with all that is below it; an absent folder is empty. */
export const readAssets = (folder: string): AssetFolder => {
  const found = new Map<string, Asset>();
  if (!existsSync(folder)) return found;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.endsWith('.br')) continue;
    const file = join(entry.parentPath, entry.name);
    const type = types[extname(entry.name)] ?? 'application/octet-stream';
    found.set(
      relative(folder, file).split(sep).join('/'),
      makeAsset(readFileSync(file), type, readPacked(file)),
    );
  }
  return found;
};

/** Answers with an asset, or 304 when the browser has it. */
export const sendAsset = (hono: HonoContext, asset: Asset, headers: Record<string, string>): Response => {
  const all = { ...headers, etag: asset.etag, vary: 'Accept-Encoding', 'x-content-type-options': 'nosniff' };
  if (hono.req.header('if-none-match') === asset.etag) return hono.body(null, 304, all);
  const packed = /\bbr\b/.test(hono.req.header('accept-encoding') ?? '') ? asset.packed : null;
  return hono.body(packed ?? asset.bytes, 200, {
    ...all,
    'content-type': asset.type,
    ...(packed && { 'content-encoding': 'br' }),
  });
};
