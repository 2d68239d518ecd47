import type { Notice } from '../../../shared/core/conversations/schema.ts';
import { type InboxTexts, moment } from '../../core/staff/i18n.ts';
import { ratingText } from '../../core/staff/ratingText.ts';
import { fill } from '../../core/text/fill.ts';

/** A system line in the reader's words and zone. */
export const noticeText = (texts: InboxTexts, tag: string, { kind, values }: Notice): string => {
  const at = (value: unknown): string => (typeof value === 'number' ? moment(tag, value) : '');
  const sentence = texts[`said_${kind}`] ?? '';
  const { theTeam } = texts;
  const given: Record<string, string | number> = {
    ...values,
    ...(values['rule'] && { by: fill(texts.ruleNamed, { name: values['by'] ?? '' }) }),
    at: at(values['at']),
    until: at(values['until']),
    name: String(
      values['name'] ||
        (sentence.startsWith('{name}')
          ? theTeam.charAt(0).toLocaleUpperCase(tag) + theTeam.slice(1)
          : theTeam),
    ),
  };
  if (kind === 'snoozed' && values['until'] === undefined) return fill(texts.said_snoozed_reply, given);
  if (kind === 'ended' && !values['name']) return texts.said_ended_visitor;
  if (kind === 'priority_set')
    given['priority'] = texts[`priority_${values['priority'] as 'low'}`] ?? values['priority'] ?? '';
  if (kind === 'rated')
    given['rating'] = ratingText(texts, values['rating'] as 'good', {
      scale: (values['scale'] ?? 'faces') as 'faces',
      value: Number(values['value'] ?? 0),
    });
  if (kind === 'auto_given')
    given['why'] = fill(texts[`why_${values['why'] as 'turn'}`] ?? '', {
      language:
        new Intl.DisplayNames([tag], { type: 'language', fallback: 'code' }).of(String(values['language'])) ??
        '',
    });
  return fill(sentence, given);
};
