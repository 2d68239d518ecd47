const texts = {
  title: 'What {site} keeps about you',
  intro: 'Exported on {date}. The same is in data.json, for programs; files are in the folder “files”.',
  profile: 'Profile',
  conversations: 'Conversations',
  messages: 'Messages',
  files: 'Files',
  emails: 'Emails',
  incoming_emails: 'Incoming emails',
  callbacks: 'Callbacks',
  comments: 'Comments',
  votes: 'Votes and reports',
  follows: 'Followed pages',
  surveys: 'Survey answers',
  announcements: 'Announcements seen',
  searches: 'Searches',
  questions: 'Published questions',
  ideas: 'Ideas',
  drafts: 'Drafts',
  webhooks: 'Webhook deliveries',
};

export default texts;
