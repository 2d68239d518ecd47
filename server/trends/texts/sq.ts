import type { TrendTexts } from '../textShape.ts';

const texts: TrendTexts = {
  alertSubject: 'Shumë veta raportojnë të njëjtën gjë: {words}',
  alertLead: {
    one: '{count} person shkroi për këtë brenda pak kohe.',
    other: '{count} veta shkruan për të njëjtën gjë brenda pak kohe. Kjo është më shumë se zakonisht.',
  },
  alertOpen: 'Shihe',
  alertChoose: 'Zgjidh njoftimet',
  alertWhy: 'E merr këtë sepse përgjigjesh në {site}.',
  incidentTitle: 'Problem i njohur: {words}',
  incidentBody: 'Disa veta na kanë shkruar për këtë. Po e shqyrtojmë dhe do të njoftojmë këtu.',
};

export default texts;
