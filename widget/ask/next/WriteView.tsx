import type { Surface } from '../../core/context.ts';
import type { Ask } from '../types.ts';
import { Form } from './Form.tsx';
import { SentView } from './SentView.tsx';
import type { Write } from './write.ts';

/** The form; once it was handed over, what becomes of it. */
export const WriteView = ({ surface, ask, write }: { surface: Surface; ask: Ask; write: Write }) =>
  write.unsent.value || write.conversation.value ? (
    <SentView surface={surface} ask={ask} write={write} />
  ) : (
    <Form surface={surface} write={write} />
  );
