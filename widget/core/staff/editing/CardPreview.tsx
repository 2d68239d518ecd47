import { useLanguage } from '../context.ts';
import { Preview } from '../Preview.tsx';

/** A rough preview of a card: its words in their order, and the buttons. */
export const CardPreview = (given: {
  language: string;
  title?: string | undefined;
  /** Markdown. */
  body?: string | undefined;
  image?: string | undefined;
  buttons?: readonly string[];
}) => {
  const { texts } = useLanguage();
  const { language, title, body, image, buttons = [] } = given;
  return (
    <figure class="card-preview">
      <figcaption class="quiet">{texts.preview}</figcaption>
      <div lang={language} dir="auto">
        {image && <img src={image} alt="" />}
        {title && <strong>{title}</strong>}
        {body?.trim() && <Preview text={body} />}
        {buttons.length > 0 && (
          <p>
            {buttons.filter(Boolean).map((name) => (
              <span key={name} class="as-button">
                {name}
              </span>
            ))}
          </p>
        )}
      </div>
    </figure>
  );
};
