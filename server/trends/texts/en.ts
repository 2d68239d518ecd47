export default {
  alertSubject: 'Many people report the same: {words}',
  alertLead: {
    one: '{count} person wrote about this in a short time.',
    other: '{count} people wrote about the same thing in a short time. That’s more than usual.',
  },
  alertOpen: 'Look at it',
  alertChoose: 'Choose your alerts',
  alertWhy: 'You get this because you answer on {site}.',
  incidentTitle: 'Known issue: {words}',
  incidentBody: 'Several people have told us about this. We’re looking into it, and we’ll post updates here.',
};
