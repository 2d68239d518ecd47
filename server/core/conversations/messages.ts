import type { Attachment } from '../../../shared/core/content/attachments.ts';
import type { RichNode } from '../../../shared/core/richText.ts';
import { cut } from '../content/cut.ts';
import { excerpt } from '../content/markdown.ts';

/** Code units of a message that the inbox's list shows. */
const previewLength = 140;

/** The preview of a message in the inbox's list: its first words, or the names of its files. */
export const previewOf = (rich: RichNode[], files: readonly Attachment[]): string =>
  excerpt(rich, previewLength) || cut(files.map(({ name }) => name).join(', '), previewLength);
