import type { Attachment } from '../../../shared/core/content/attachments.ts';
import type { Texts } from '../text/i18n.ts';
import { cross } from '../ui/icons.ts';
import { useOwn, useStay } from '../ui/hooks.ts';
import { Picture } from '../ui/Picture.tsx';
import { Icon } from '../ui/parts.tsx';
import type { Upload, Uploads } from '../net/uploads.ts';
import type { Files } from './files.ts';
import { file as fileIcon, retry as retryIcon } from './icons.ts';

/** Bytes in the unit that a person would say: 12 kB, 3.4 MB. */
const sizeText = ({ region }: Texts, bytes: number): string => {
  const isLarge = bytes >= 1_000_000;
  return new Intl.NumberFormat(region, {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: isLarge ? 1 : 0,
  }).format(isLarge ? bytes / 1e6 : Math.max(1, bytes / 1e3));
};

/** Longest side of a small picture, CSS pixels. */
const longestSide = 240;

const pictureWidth = ({ width, height }: Attachment): number =>
  Math.round(width! * Math.min(1, longestSide / Math.max(width!, height!)));

/** A file that a message carries: a picture as its small self, anything else by its name. */
export const FileView = ({ texts, files, file }: { texts: Texts; files: Files; file: Attachment }) => {
  const small = useOwn<ImageBitmap | null | undefined>(file.width === null ? null : undefined);
  const failed = useOwn(false);
  const picture = small.value;
  const isPicture = file.width !== null;
  useStay(() => {
    let gone = false;
    if (isPicture)
      files.thumbnail(file).then(
        (bitmap) => {
          if (!gone) small.value = bitmap;
        },
        // It is shown by its name, and can be opened by it.
        () => {
          small.value = null;
        },
      );
    return () => {
      gone = true;
    };
  });
  const open = (): void => {
    failed.value = false;
    files.open(file).catch(() => {
      failed.value = true;
    });
  };
  return (
    <>
      <button
        type="button"
        class={picture === null ? 'file' : 'picture'}
        onClick={open}
        title={file.name}
        // Its room is there before it is: nothing moves when it comes.
        style={
          picture === null
            ? undefined
            : {
                inlineSize: `min(100%, ${pictureWidth(file)}px)`,
                aspectRatio: `${file.width} / ${file.height}`,
              }
        }
      >
        {picture === undefined ? (
          <span class="unseen">{file.name}</span>
        ) : picture ? (
          <Picture bitmap={picture} name={file.name} />
        ) : (
          <>
            <Icon path={fileIcon} />
            <span class="words">
              <bdi>{file.name}</bdi>
              <span class="soft">{sizeText(texts, file.size)}</span>
            </span>
          </>
        )}
      </button>
      {failed.value && (
        <p class="mark soft" role="status">
          {texts.say('fileNotRead')}
        </p>
      )}
    </>
  );
};

/** How a file that is being sent stands, in words. */
const uploadText = (texts: Texts, { state, progress, error }: Upload): string => {
  if (state === 'refused') return texts.say(error?.code === 'too_large' ? 'fileTooLarge' : 'fileRefused');
  if (state === 'waiting') return texts.say('notSent');
  if (state === 'sent') return texts.say('fileReady');
  return new Intl.NumberFormat(texts.region, { style: 'percent' }).format(progress);
};

/** Files that the next message will carry, each with how far it is, and a way out. */
export const UploadList = ({
  texts,
  uploads,
  items,
}: {
  texts: Texts;
  uploads: Uploads;
  items: readonly Upload[];
}) =>
  items.length ? (
    <ul class="uploads" aria-label={texts.say('files')}>
      {items.map((item) => (
        <li key={item.id} class={item.state}>
          {item.preview ? <Picture bitmap={item.preview} name="" /> : <Icon path={fileIcon} />}
          <span class="words">
            <bdi>{item.name}</bdi>
            <span class="soft" role={item.state === 'sending' ? undefined : 'status'}>
              {uploadText(texts, item)}
            </span>
            {item.state === 'sending' && (
              <progress value={item.progress} aria-label={`${texts.say('sending')} ${item.name}`} />
            )}
          </span>
          {item.state === 'waiting' && (
            <button
              type="button"
              class="plain"
              aria-label={`${texts.say('tryAgain')}: ${item.name}`}
              onClick={() => uploads.retry(item.id)}
            >
              <Icon path={retryIcon} />
            </button>
          )}
          <button
            type="button"
            class="plain"
            aria-label={`${texts.say('remove')}: ${item.name}`}
            onClick={() => uploads.remove(item.id)}
          >
            <Icon path={cross} />
          </button>
        </li>
      ))}
    </ul>
  ) : null;
