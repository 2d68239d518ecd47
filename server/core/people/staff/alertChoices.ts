import { DateTime } from 'luxon';
import type { AlertChoices } from '../../../../shared/core/people/alertChoices.ts';
import { isQuiet } from '../../../../shared/core/people/alertRules.ts';

/** Whether a person has their quiet hours. @param now milliseconds */
export const isQuietAt = (choices: AlertChoices, now: number): boolean =>
  isQuiet(choices, DateTime.fromMillis(now, { zone: choices.zone }).toFormat('HH:mm'));
