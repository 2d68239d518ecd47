import type { Attachment } from '../../../shared/core/content/attachments.ts';
import { getStaffAttachment } from '../../../shared/core/content/attachmentRoutes.ts';
import { fillPath } from '../../../shared/core/route.ts';
import { fileSizeText } from '../../core/conversations/fileSize.ts';
import { useLanguage } from '../../core/staff/context.ts';
import { useInbox } from '../context.ts';
import { Icon } from '../../core/staff/Icon.tsx';

/** A file that a message carries: a picture small, anything else by its name; both open or save on a click. */
export const FileView = ({ file }: { file: Attachment }) => {
  const { membership } = useInbox();
  const { tag } = useLanguage();
  const address = fillPath(getStaffAttachment.path, { site: membership.site, attachment: file.id });
  const size = fileSizeText(tag, file.size);
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
