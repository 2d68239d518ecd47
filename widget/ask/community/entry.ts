import type { Surface } from '../../core/context.ts';
import { AnswerVoices, Joining } from './Community.tsx';
import { createCommunity } from './model.ts';
import { loadTexts } from './texts.ts';

/**
 * Opens a public question's votes and answers, loaded where visitors may give them. @throws when its texts cannot be
 * loaded
 */
export const openCommunity = async (surface: Surface, question: string, reload: () => Promise<void>) => {
  const say = await loadTexts(surface.context.texts);
  const model = createCommunity(surface, question, reload);
  await model.load();
  return { model, say, AnswerVoices, Joining };
};

export type Community = Awaited<ReturnType<typeof openCommunity>>;
