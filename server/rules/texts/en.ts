export default {
  auto: 'This is an automatic message. Would you like to talk to a person? Just write back here, and someone from the team will read it.',
  autoClosing: 'This is an automatic message. Write here anytime, and the conversation opens again.',
  pushTitle: 'Rule: {rule}',
};
