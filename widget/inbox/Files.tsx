import type { Attachment } from '../../shared/core/content/attachments.ts';
import { getStaffAttachment } from '../../shared/core/content/attachmentRoutes.ts';
import { fillPath } from '../../shared/core/route.ts';
import { Picture } from '../core/ui/Picture.tsx';
import type { Upload } from '../core/net/uploads.ts';
import { useLanguage } from '../core/staff/context.ts';
import { useInbox } from './context.ts';
import { fill } from '../core/staff/i18n.ts';
import { Icon, IconButton } from '../core/staff/Icon.tsx';

/** A file that a message carries: a picture small, anything else by its name; both open or save on a click. */
export const FileView = ({ file }: { file: Attachment }) => {
  const { membership } = useInbox();
  const { tag } = useLanguage();
  const address = fillPath(getStaffAttachment.path, { site: membership.site, attachment: file.id });
  const size = new Intl.NumberFormat(tag, {
    style: 'unit',
    unit: 'kilobyte',
    maximumFractionDigits: 0,
  }).format(Math.max(1, file.size / 1e3));
  return (
    <a
      class={file.width === null ? 'file' : 'picture'}
      href={address}
      target="_blank"
      rel="noopener noreferrer"
      title={`${file.name}, ${size}`}
    >
      {file.width === null ? (
        <>
          <Icon name="file" />
          <bdi>{file.name}</bdi>
          <span class="quiet">{size}</span>
        </>
      ) : (
        <img
          src={`${address}?size=thumbnail`}
          alt={file.name}
          style={{ aspectRatio: `${file.width} / ${file.height}` }}
        />
      )}
    </a>
  );
};

/** Files that the next message will carry. */
export const UploadList = ({ items }: { items: readonly Upload[] }) => {
  const inbox = useInbox();
  const { texts, tag } = useLanguage();
  if (!items.length) return null;
  const words = ({ state, progress, error }: Upload): string => {
    if (state === 'refused') return error?.code === 'too_large' ? texts.fileTooLarge : texts.fileRefused;
    if (state === 'waiting') return texts.notSent;
    return state === 'sent'
      ? texts.fileReady
      : new Intl.NumberFormat(tag, { style: 'percent' }).format(progress);
  };
  return (
    <ul class="uploads" aria-label={texts.files}>
      {items.map((item) => (
        <li key={item.id} class={item.state}>
          {item.preview ? <Picture bitmap={item.preview} name="" /> : <Icon name="file" />}
          <bdi>{item.name}</bdi>
          <span class="quiet" role={item.state === 'sending' ? undefined : 'status'}>
            {words(item)}
          </span>
          {item.state === 'waiting' && (
            <button type="button" class="link" onClick={() => inbox.uploads.retry(item.id)}>
              {texts.tryAgain}
            </button>
          )}
          <IconButton
            icon="close"
            label={fill(texts.removeFile, { name: item.name })}
            onClick={() => inbox.uploads.remove(item.id)}
          />
        </li>
      ))}
    </ul>
  );
};
