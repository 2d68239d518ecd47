import { useSignal } from '@preact/signals';
import { getOriginal } from '../../../shared/core/mail/routes.ts';
import type { MessageMail } from '../../../shared/core/conversations/mailPeople.ts';
import { fillPath } from '../../../shared/core/route.ts';
import { useStaff } from '../../core/staff/context.ts';
import type { MailTexts } from './texts/en.ts';

/**
 * An email as its sender made it, in a frame without scripts and without an origin. Pictures from elsewhere wait until
 * somebody asks for them.
 */
export const Original = ({
  message,
  original,
  texts,
}: {
  message: string;
  original: NonNullable<MessageMail['original']>;
  texts: MailTexts;
}) => {
  const { site } = useStaff().membership;
  const isShown = useSignal(false);
  const hasImages = useSignal(false);
  const address = fillPath(getOriginal.path, { site, message }) + (hasImages.value ? '?images=on' : '');
  return (
    <div class="mail-original">
      <button
        type="button"
        class="link"
        aria-expanded={isShown.value}
        onClick={() => {
          isShown.value = !isShown.value;
        }}
      >
        {isShown.value ? texts.hideOriginal : texts.showOriginal}
      </button>
      {isShown.value && (
        <>
          {original.isRemote && !hasImages.value && (
            <p class="quiet">
              {texts.imagesWait}{' '}
              <button
                type="button"
                class="link"
                onClick={() => {
                  hasImages.value = true;
                }}
              >
                {texts.loadImages}
              </button>
            </p>
          )}
          <iframe
            key={address}
            src={address}
            title={texts.originalTitle}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            referrerpolicy="no-referrer"
          />
        </>
      )}
    </div>
  );
};
