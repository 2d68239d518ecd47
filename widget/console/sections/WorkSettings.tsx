import type { Team } from '../../../shared/inbox/schema.ts';
import { AssignmentFields } from './AssignmentFields.tsx';
import { ContactFields } from './ContactFields.tsx';
import { ReportFields } from './ReportFields.tsx';

/** Settings of how work is given out, and of whose is shown. */
export const WorkSettings = ({ teams }: { teams: readonly Team[] }) => (
  <>
    <AssignmentFields teams={teams} />
    <ReportFields />
    <ContactFields />
  </>
);
