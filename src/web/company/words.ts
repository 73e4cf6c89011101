import type { Role } from '#assistant/desk.ts';
import type { Language } from '#domain/language.ts';

type Words = Readonly<typeof german>;

const german = {
  title: 'Firma',
  sample: (name: string) =>
    `Noch ist keine Firma eingerichtet. Bis dahin steht die erfundene Musterfirma „${name}“ für sie ein: Jede Prüfung nimmt deren ständige Praxis an, nicht Ihre. Verlassen Sie sich auf kein Ergebnis, bevor Ihre Firma hier steht.`,
  own: (name: string) => `Jede Prüfung rechnet mit dem, was hier für ${name} steht.`,
  saved: 'Gespeichert. Es gilt ab der nächsten Prüfung',
  onRecord: 'und steht im Protokoll unter',
  unchanged: 'Es war nichts zu ändern; alles bleibt, wie es ist.',
  complaints: 'Noch nicht gespeichert. Bitte sehen Sie sich das an:',
  overtaken:
    'Inzwischen hat jemand anderes die Firma geändert. Unten steht, was Sie eingegeben haben. Speichern Sie noch einmal, wenn es das Neuere ersetzen soll, oder laden Sie die Seite neu.',
  renewals: 'Zu erneuern',
  renewalsMean:
    'Was abgelaufen ist, gilt als unbekannt: Es wird in jeder Prüfung gefragt, bis es jemand erneut bestätigt.',
  nothingDue: (days: number) => `In den nächsten ${days} Tagen läuft keine Bestätigung ab.`,
  over: (day: string) => `abgelaufen seit dem ${day}`,
  due: (day: string) => `gilt noch bis zum ${day}`,
  confirmedBy: (name: string) => `bestätigt von ${name}`,
  renewAll: 'Alle fälligen erneuern',
  renewMeans:
    'Damit sagen Sie: Ich habe nachgesehen, alle diese Antworten stimmen noch. Was sich geändert hat, ändern Sie weiter unten.',
  about: 'Angaben zur Firma',
  name: 'Name der Firma',
  seat: 'Land des Sitzes',
  seatHint: 'Zum Beispiel DE.',
  staff: 'Beschäftigte',
  markets: 'Märkte, in denen Sie werben',
  language: 'Sprache der Firma',
  languageHint: 'Sie gilt, wenn Slack die Sprache einer Person nicht nennt.',
  languages: { de: 'Deutsch', en: 'Englisch' } satisfies Record<Language, string>,
  contact: 'Wen Ihre Leute fragen, wenn Leitplanke nicht weiterweiß (freiwillig)',
  contactHint: 'Name oder Adresse; steht in den Antworten.',
  tools: 'KI-Werkzeuge in Gebrauch (freiwillig)',
  toolsHint: 'Eines je Zeile.',
  practice: 'Ständige Praxis',
  practiceMeans:
    'Was hier bestätigt ist, wird nicht bei jeder Kampagne gefragt. Bestätigen Sie nur, was bei jeder Kampagne so ist und was Sie belegen können. „Jedes Mal fragen“ ist immer sicher.',
  practiceLater:
    'Die Fragen zur ständigen Praxis erscheinen, sobald Ihre Märkte gespeichert sind: Dann stehen hier zuerst die, auf die es dort ankommt.',
  settled: (count: number, all: number) =>
    `${count} von ${all} Fragen, auf die es in Ihren Märkten ankommt, sind bestätigt.`,
  company: 'In der ganzen Firma',
  'own-list': 'Bei Ihren eigenen Adresslisten',
  others: (count: number) => `Fragen, auf die es in Ihren Märkten nicht ankommt (${count})`,
  eachTime: 'Jedes Mal fragen',
  eachTimeIfNone: 'Ist nichts angekreuzt, wird jedes Mal gefragt.',
  evidence: 'Beleg (freiwillig)',
  again: 'Erneut bestätigen',
  confirm: 'Bestätigen und speichern',
  confirmMeans:
    'Name und Tag gelten für das, was Sie geändert oder erneut bestätigt haben; alles andere behält seine.',
  by: 'Ihr Name',
  byHint: 'Steht bei dem, was Sie bestätigen; im Protokoll steht er unter einem Pseudonym.',
  until: 'Bestätigungen gelten bis',
  untilHint: 'Üblich ist ein Jahr, höchstens sind es zwei.',
  save: 'Speichern',
  byMissing: 'Bitte sagen Sie, wer das ändert.',
  untilWrong: 'Nennen Sie einen Tag zwischen heute und in zwei Jahren.',
  roles: 'Rollen',
  rolesMean: 'Wer in Slack mehr darf, als zu fragen.',
  nobody:
    'Noch hat niemand eine Rolle. Tragen Sie zuerst eine Compliance-Leitung ein: Ohne sie bleiben Rückfragen liegen.',
  noLead: 'Es gibt noch keine Compliance-Leitung: Rückfragen an sie bleiben liegen.',
  person: 'Person',
  rolesOf: 'Rollen',
  change: 'Ändern',
  changeOf: (person: string) => `Rollen von ${person} ändern`,
  assign: 'Rollen einer Person festlegen',
  member: 'Mitglieds-ID in Slack',
  memberHint:
    'Öffnen Sie in Slack das Profil der Person, dann das Menü mit den drei Punkten und „Mitglieds-ID kopieren“. Sie sieht aus wie U024BE7LH.',
  suggestions: 'Personen der Probebühne:',
  noRoles: 'Ohne Haken verliert die Person alle Rollen.',
  role: {
    lead: 'Compliance-Leitung',
    deputy: 'Vertretung der Leitung',
    manager: 'Führungskraft',
    'works-council': 'Betriebsrat',
  } satisfies Record<Role, string>,
  does: {
    lead: 'beantwortet Rückfragen und erfährt, was zu erneuern ist',
    deputy: 'beantwortet Rückfragen wie die Leitung',
    manager: 'verantwortet Kampagnen',
    'works-council': 'vertritt die Beschäftigten',
  } satisfies Record<Role, string>,
  more: 'Was Ihre Leute fragen und was sie davon halten, steht im',
  log: 'Protokoll',
  and: 'und unter',
  feedback: 'Rückmeldungen',
};

const english: Words = {
  title: 'Company',
  sample: (name) =>
    `No company has been set up yet. Until then the made-up sample company "${name}" stands in: each check assumes its standing practice, not yours. Do not rely on any result before your company is here.`,
  own: (name) => `Each check reckons with what stands here for ${name}.`,
  saved: 'Saved. It counts from the next check on',
  onRecord: 'and is in the decision log as',
  unchanged: 'There was nothing to change; all stays as it is.',
  complaints: 'Not saved yet. Please look at this:',
  overtaken:
    'Somebody else has changed the company in the meantime. Below is what you have entered. Save once more if it is to replace what is newer, or load the page again.',
  renewals: 'To be renewed',
  renewalsMean:
    'What has run out counts as unknown: it is asked in each check until somebody confirms it again.',
  nothingDue: (days) => `No confirmation runs out within the next ${days} days.`,
  over: (day) => `ran out on ${day}`,
  due: (day) => `counts until ${day}`,
  confirmedBy: (name) => `confirmed by ${name}`,
  renewAll: 'Renew all that are due',
  renewMeans:
    'By this you say: I have checked, all these answers are still true. What has changed, you change further down.',
  about: 'About the company',
  name: 'Name of the company',
  seat: 'Country of the seat',
  seatHint: 'Such as DE.',
  staff: 'Staff',
  markets: 'Markets in which you advertise',
  language: 'Language of the company',
  languageHint: 'It counts where Slack does not tell the language of a person.',
  languages: { de: 'German', en: 'English' },
  contact: 'Whom your people ask when Leitplanke cannot help (optional)',
  contactHint: 'Name or address; it is shown in answers.',
  tools: 'AI tools in use (optional)',
  toolsHint: 'One on each line.',
  practice: 'Standing practice',
  practiceMeans:
    'What is confirmed here is not asked for every campaign. Confirm only what is so in every campaign and what you can prove. "Ask every time" is always safe.',
  practiceLater:
    'The questions on standing practice appear once your markets are saved: those that matter there will come first.',
  settled: (count, all) =>
    `${count} of ${all} questions that matter in your markets are confirmed.`,
  company: 'Throughout the company',
  'own-list': 'For your own address lists',
  others: (count) => `Questions that do not matter in your markets (${count})`,
  eachTime: 'Ask every time',
  eachTimeIfNone: 'Where nothing is ticked, it is asked every time.',
  evidence: 'Evidence (optional)',
  again: 'Confirm again',
  confirm: 'Confirm and save',
  confirmMeans:
    'Name and day count for what you have changed or confirmed again; everything else keeps its own.',
  by: 'Your name',
  byHint: 'Stands beside what you confirm; the decision log has it under a pseudonym.',
  until: 'Confirmations count until',
  untilHint: 'A year is usual, two are the most.',
  save: 'Save',
  byMissing: 'Please say who makes this change.',
  untilWrong: 'Name a day between today and two years from now.',
  roles: 'Roles',
  rolesMean: 'Who may do more in Slack than ask.',
  nobody:
    'Nobody has a role yet. Enter a compliance lead first: without one, cases are left lying.',
  noLead: 'There is no compliance lead yet: cases for them are left lying.',
  person: 'Person',
  rolesOf: 'Roles',
  change: 'Change',
  changeOf: (person) => `Change the roles of ${person}`,
  assign: 'Set the roles of a person',
  member: 'Slack member ID',
  memberHint:
    'In Slack, open the profile of the person, then the menu with the three dots and "Copy member ID". It looks like U024BE7LH.',
  suggestions: 'Persons of the playground:',
  noRoles: 'With no box ticked the person loses all roles.',
  role: {
    lead: 'Compliance lead',
    deputy: 'Deputy of the lead',
    manager: 'Manager',
    'works-council': 'Works council',
  },
  does: {
    lead: 'answers cases and hears what has to be renewed',
    deputy: 'answers cases as the lead does',
    manager: 'answers for campaigns',
    'works-council': 'speaks for the staff',
  },
  more: 'What your people ask, and what they make of the answers, is in the',
  log: 'decision log',
  and: 'and under',
  feedback: 'feedback',
};

/** What the page of the company says itself. */
export const words: Readonly<Record<Language, Words>> = { de: german, en: english };
