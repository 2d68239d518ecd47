import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { Context } from '../../context.ts';

type Needs = Pick<Context, 'secrets'>;

const keyOf = (ctx: Needs, purpose: string): Buffer =>
  createHash('sha256').update(`${purpose}\n${ctx.secrets.signing}`).digest();

/**
 * A text sealed with the installation's secret (AES-256-GCM): a copy of the database alone does not tell it.
 * @param purpose what is sealed for one purpose opens for no other
 */
export const sealFor = (ctx: Needs, purpose: string, text: string): string => {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(ctx, purpose), iv);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
};

/** @throws Error when it was sealed for something else, by another installation, or changed since */
export const unsealFor = (ctx: Needs, purpose: string, text: string): string => {
  const bytes = Buffer.from(text, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', keyOf(ctx, purpose), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
};
