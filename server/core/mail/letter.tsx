/** @jsxImportSource hono/jsx */
import type { RichNode } from '../../../shared/core/richText.ts';
import { textOn } from '../../../shared/core/colour.ts';
import { Figures, figuresText, type LetterFigures } from './letterFigures.tsx';
import type { MailLogo } from './mailer.ts';
import { RichMail, richAsText } from './richMail.tsx';
import type { MailLanguage } from './texts.ts';

/** A quoted text in a mail. */
export interface Quote {
  who: string;
  when: string;
  rich: RichNode[];
  /** Its files in words; empty for none. */
  files: string;
}

/** One of some answers. The sign is a picture in letters; the label says the same in words. */
export interface Choice {
  sign: string;
  label: string;
  /** The label in a few letters, beside the sign. */
  short?: string | undefined;
  href: string;
}

/** A mail's content, before it is text and HTML. */
export interface Letter {
  language: MailLanguage;
  accent: string;
  paragraphs: string[];
  quotes: Quote[];
  /** True where the quotes are what the mail is for: they stand as its own words, and who wrote them below. */
  isMessage?: boolean;
  /** Lines below its own words. */
  signature?: string[];
  /** The question they answer, quoted below. */
  question?: Quote | null;
  figures?: LetterFigures;
  /** A choice of links side by side: the answers to a question that the letter asks. */
  choices?: Choice[];
  action: { label: string; href: string; note: string } | null;
  /** Where else it leads. */
  links?: { label: string; href: string }[];
  footer: string[];
  stop: { label: string; href: string } | null;
}

const byline = ({ who, when }: Quote): string => `${who} · ${when}`;

const quoteText = (quote: Quote, isMessage: boolean): string => {
  const words = [richAsText(quote.rich), quote.files].filter(Boolean);
  return (isMessage ? [...words, byline(quote)] : [byline(quote), ...words]).join('\n');
};

export const letterText = ({
  paragraphs,
  quotes,
  isMessage = false,
  signature = [],
  question,
  figures,
  choices = [],
  action,
  links = [],
  footer,
  stop,
}: Letter): string =>
  [
    ...paragraphs,
    ...quotes.map((quote) => quoteText(quote, isMessage)),
    ...(signature.length ? [signature.join('\n')] : []),
    ...(figures ? [figuresText(figures)] : []),
    ...(choices.length ? [choices.map(({ label, href }) => `${label}: ${href}`).join('\n')] : []),
    ...(action ? [[`${action.label}: ${action.href}`, action.note].filter(Boolean).join('\n')] : []),
    ...links.map(({ label, href }) => `${label}: ${href}`),
    ...(question ? [quoteText(question, false).replace(/^/gm, '> ')] : []),
    ...(footer.length || stop
      ? [['-- ', ...footer, ...(stop ? [`${stop.label}: ${stop.href}`] : [])].join('\n')]
      : []),
  ].join('\n\n');

/** Of whatever colour the mail program writes in: dark ones change it, and would not change a grey of ours. */
const quiet = 'opacity:0.75;font-size:13px';

const QuoteBody = ({ quote: { rich, files } }: { quote: Quote }) => (
  <>
    <div dir="auto">
      <RichMail nodes={rich} />
    </div>
    {files && <p style={quiet}>{files}</p>}
  </>
);

const Byline = ({ quote: { who, when } }: { quote: Quote }) => (
  <p style={`margin:0;${quiet}`}>
    <bdi>{who}</bdi> · {when}
  </p>
);

const wraps = 'overflow-wrap:anywhere;word-break:break-word';

/** A message of the mail's own, or somebody's words beside a line. */
const QuoteBlock = ({ quote, line }: { quote: Quote; line: string | null }) =>
  line === null ? (
    <div style={`margin:0 0 20px;${wraps}`}>
      <QuoteBody quote={quote} />
      <Byline quote={quote} />
    </div>
  ) : (
    <div style={`margin:16px 0;padding-inline-start:12px;border-inline-start:3px solid ${line};${wraps}`}>
      <Byline quote={quote} />
      <QuoteBody quote={quote} />
    </div>
  );

const Signature = ({ lines }: { lines: readonly string[] }) => (
  <div dir="auto" style={`margin:0 0 20px;${wraps}`}>
    {lines.map((text) => (
      <p style="margin:0">{text}</p>
    ))}
  </div>
);

/** Where else the mail leads, on one line. */
const Links = ({ links }: { links: NonNullable<Letter['links']> }) => (
  <p>
    {links.map(({ label, href }, index) => (
      <>
        {index > 0 && ' · '}
        <a href={href} style="color:inherit">
          {label}
        </a>
      </>
    ))}
  </p>
);

/** Below the message, so that a mailbox shows its words first; on white, because a logo is rarely made for the dark. */
const Logo = ({ logo: { cid, width, height, alt } }: { logo: MailLogo }) => (
  <p style="margin:28px 0 0">
    <img
      src={`cid:${cid}`}
      alt={alt}
      width={width}
      height={height}
      style="background:#fff;border-radius:6px;padding:6px 8px;margin-inline-start:-8px"
    />
  </p>
);

/** Answers as buttons. */
const Choices = ({ choices }: { choices: readonly Choice[] }) => (
  <p style="margin:20px 0">
    {choices.map(({ sign, label, short, href }) => (
      <>
        <a
          href={href}
          aria-label={short && label}
          style="display:inline-block;min-width:34px;margin:0 0 8px;margin-inline-end:6px;padding:10px 9px;border:1px solid #8888;border-radius:10px;color:inherit;text-align:center;text-decoration:none"
        >
          {sign && <span style="font-size:22px;line-height:1.3">{sign}</span>}
          {sign && <br />}
          {short ?? label}
        </a>{' '}
      </>
    ))}
  </p>
);

/** Plain elements with inline styles: what every mail program shows alike. Nothing in it is loaded from anywhere. */
export const letterHtml = (
  {
    language,
    accent,
    paragraphs,
    quotes,
    isMessage = false,
    signature = [],
    question,
    figures,
    choices = [],
    action,
    links = [],
    footer,
    stop,
  }: Letter,
  logo: MailLogo | null,
): string =>
  `<!doctype html>${String(
    <html lang={language.tag} dir={language.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
      </head>
      <body style="margin:0;padding:16px;font:15px/1.5 system-ui,sans-serif">
        <div style="max-width:560px;margin:0 auto" dir={language.direction}>
          {paragraphs.map((text) => (
            <p>{text}</p>
          ))}
          {quotes.map((quote) => (
            <QuoteBlock quote={quote} line={isMessage ? null : accent} />
          ))}
          {signature.length > 0 && <Signature lines={signature} />}
          {figures && <Figures figures={figures} accent={accent} />}
          {choices.length > 0 && <Choices choices={choices} />}
          {action && (
            <p>
              <a
                href={action.href}
                style={`display:inline-block;padding:10px 16px;border-radius:8px;background:${accent};color:${textOn(accent)};text-decoration:none`}
              >
                {action.label}
              </a>
              {action.note && (
                <>
                  <br />
                  <span style={quiet}>{action.note}</span>
                </>
              )}
            </p>
          )}
          {links.length > 0 && <Links links={links} />}
          {question && <QuoteBlock quote={question} line="#8888" />}
          {logo && <Logo logo={logo} />}
          <div style={`margin-top:${logo ? 12 : 24}px;${quiet}`}>
            {footer.map((text) => (
              <p style="margin:0">{text}</p>
            ))}
            {stop && (
              <p style="margin:0">
                <a href={stop.href} style="color:inherit">
                  {stop.label}
                </a>
              </p>
            )}
          </div>
        </div>
      </body>
    </html>,
  )}`;
