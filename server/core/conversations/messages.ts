import type { Attachment } from '../../../shared/core/content/attachments.ts';
import type { MessageMail } from '../../../shared/core/conversations/mailPeople.ts';
import type { RichNode } from '../../../shared/core/richText.ts';
import { cut } from '../content/cut.ts';
import { excerpt } from '../content/markdown.ts';

/** Code units of a message that the inbox's list shows. */
const previewLength = 140;

/** The name of a mail's writer, where that is not the visitor. */
export const writerOf = (mail: MessageMail | null | undefined): string | null =>
  mail?.from ? mail.from.name || mail.from.address : null;

/** The preview of a message in the inbox's list: its first words, or the names of its files. */
export const previewOf = (rich: RichNode[], files: readonly Attachment[]): string =>
  excerpt(rich, previewLength) || cut(files.map(({ name }) => name).join(', '), previewLength);
