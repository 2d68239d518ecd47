import type { Team } from '../../../shared/inbox/schema.ts';
import { AssignmentFields } from './AssignmentFields.tsx';
import { ReportFields } from './ReportFields.tsx';

/** How work is given out, and whose is shown. */
export const WorkSettings = ({ teams }: { teams: readonly Team[] }) => (
  <>
    <AssignmentFields teams={teams} />
    <ReportFields />
  </>
);
