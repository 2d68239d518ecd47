import type { InboxEvent } from '../../../shared/inbox/events.ts';
import type { Call } from '../../core/net/client.ts';
import type { LiveListener } from '../../core/net/live.ts';
import { createAlerts, type OwnAlerts } from './choices.ts';
import { turnOn, wasOn } from './push.ts';
import { createRinging } from './ringing.ts';
import { playSound } from './sound.ts';

/** The alerts of a person on this machine: their choices, and the sound. */
export interface AlertModel extends LiveListener {
  choices: OwnAlerts;
  /** Loads what they chose; renews the push notifications of this browser where they are on. */
  load(): Promise<void>;
  dispose(): void;
}

/** @param isOpen whether a conversation is the open one */
export const createAlertModel = (
  call: Call,
  me: string,
  isOpen: (conversation: string) => boolean,
): AlertModel => {
  const choices = createAlerts(call, localStorage);
  const ringing = createRinging(me, () => choices.value.value, playSound);
  return {
    choices,
    async load() {
      await choices.load();
      const saved = choices.saved.value;
      if (!saved || !wasOn(me)) return;
      const language = document.documentElement.lang;
      const renewed = await turnOn(call, { me, pushKey: saved.pushKey, language }).catch(() => null);
      if (renewed) choices.take(renewed);
    },
    onEvent(given) {
      const event = given as InboxEvent;
      if (event.kind !== 'message.added' && event.kind !== 'conversation.changed') return;
      const { conversation } = event.data;
      // What is before one's eyes needs no sound.
      const isSeen = isOpen(conversation.id) && document.visibilityState === 'visible';
      ringing.onChange(conversation, event.kind === 'message.added' && !isSeen);
    },
    dispose: ringing.dispose,
  };
};
