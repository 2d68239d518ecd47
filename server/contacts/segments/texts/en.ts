export default {
  subject: {
    one: '{count} contact entered “{segment}”',
    other: '{count} contacts entered “{segment}”',
  },
  lead: {
    one: '{count} contact has entered the segment “{segment}” within the last hour.',
    other: '{count} contacts have entered the segment “{segment}” within the last hour.',
  },
  more: {
    one: '{count} more',
    other: '{count} more',
  },
  pushTitle: {
    one: '{count} contact entered a segment',
    other: '{count} contacts entered a segment',
  },
  open: 'Open contacts',
  choose: 'Choose your alerts',
  why: 'You get this because you were chosen to hear about this segment on {site}.',
};
