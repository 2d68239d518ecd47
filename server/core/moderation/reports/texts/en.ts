/** Visitors' texts of reporting what others wrote. */
const texts = {
  report: 'Report',
  title: 'Report to our team',
  lead: 'Tell us if this is spam, rude or dangerous. Only our team will see your report.',
  reason: 'What’s wrong with it?',
  send: 'Send report',
  thanks: 'Thank you. Our team will take a look.',
  undo: 'Undo',
  undone: 'Your report was taken back.',
  back: 'Back',
};

export default texts;
