import type { Verdict } from '#domain/assessment.ts';
import type { Entry, EntryKind } from '#domain/entry.ts';
import type { Language } from '#domain/language.ts';
import { verdictNames } from '#domain/verdict-words.ts';

type Body<K extends EntryKind> = Extract<Entry, { kind: K }>['body'];
type Decision = Body<'decision'>;
type Finding = Decision['findings'][number];

/** The closed lists of the log in words. */
type Terms = {
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly kind: Readonly<Record<EntryKind, string>>;
  readonly place: Readonly<Record<Entry['place'], string>>;
  readonly language: Readonly<Record<Language, string>>;
  readonly severity: Readonly<Record<Finding['severity'], string>>;
  readonly outcome: Readonly<Record<Finding['outcome'], string>>;
  readonly origin: Readonly<Record<Decision['facts'][number]['origin'], string>>;
  readonly review: Readonly<Record<Body<'review'>['action'], string>>;
  readonly override: Readonly<Record<Body<'override'>['action'], string>>;
  readonly config: Readonly<Record<Body<'config'>['what'], string>>;
  readonly keyUse: Readonly<Record<Body<'key'>['use'], string>>;
  readonly keyEvent: Readonly<Record<Body<'key'>['event'], string>>;
  readonly retention: Readonly<Record<Body<'retention'>['what'], string>>;
};

export const terms: Readonly<Record<Language, Terms>> = {
  de: {
    verdict: capital(verdictNames.de),
    kind: {
      decision: 'Prüfung einer Kampagne',
      answer: 'Auskunft',
      review: 'Beurteilung durch einen Menschen',
      override: 'Entscheidung der Firma',
      reveal: 'Name aufgedeckt',
      export: 'Export',
      erasure: 'Löschung einer Person',
      retention: 'Löschung nach Frist',
      config: 'Geänderte Einstellung',
      key: 'Schlüssel',
      clock: 'Uhr zurückgestellt',
      error: 'Störung',
    },
    place: {
      dm: 'Direktnachricht',
      private: 'privater Kanal',
      public: 'öffentlicher Kanal',
      web: 'Webseite',
      terminal: 'Terminal',
      batch: 'Stapellauf',
    },
    language: { de: 'Deutsch', en: 'Englisch' },
    severity: {
      blocker: 'Hindernis',
      condition: 'Auflage',
      advice: 'Empfehlung',
      review: 'muss ein Mensch beurteilen',
    },
    outcome: {
      breached: 'Verletzt',
      open: 'Offen',
      met: 'Erfüllt',
      'not-applicable': 'Nicht anwendbar',
    },
    origin: {
      person: 'von der Person',
      profile: 'aus dem Firmenprofil',
      request: 'mit der Anfrage angegeben',
      text: 'gelesen',
      model: 'von einem Sprachmodell gelesen',
      derived: 'aus anderen Angaben abgeleitet',
    },
    review: {
      requested: 'Beurteilung erbeten',
      taken: 'Fall übernommen',
      released: 'Freigegeben',
      refused: 'Abgelehnt',
      returned: 'Zur Überarbeitung zurückgegeben',
      withdrawn: 'Zurückgezogen',
    },
    override: {
      corrected: 'Ergebnis berichtigt',
      'went-ahead': 'Trotzdem durchgeführt',
      stopped: 'Gestoppt',
    },
    config: {
      knowledge: 'Wissensbasis',
      profile: 'Firmenprofil',
      policy: 'Ethik-Richtlinie',
      prompts: 'Vorgaben für das Sprachmodell',
      roles: 'Rollen',
      settings: 'Einstellungen',
      code: 'Programm',
    },
    keyUse: { signing: 'Unterschrift', sealing: 'Verschluss der Texte' },
    keyEvent: { created: 'angelegt', rotated: 'gewechselt', retired: 'außer Dienst gestellt' },
    retention: { texts: 'Texte', bodies: 'Einträge' },
  },
  en: {
    verdict: capital(verdictNames.en),
    kind: {
      decision: 'Check of a campaign',
      answer: 'Answer to a question',
      review: 'Judgement by a person',
      override: 'Decision of the company',
      reveal: 'Name revealed',
      export: 'Export',
      erasure: 'Erasure of a person',
      retention: 'Erasure after a period',
      config: 'Changed setting',
      key: 'Key',
      clock: 'Clock set back',
      error: 'Incident',
    },
    place: {
      dm: 'direct message',
      private: 'private channel',
      public: 'public channel',
      web: 'web page',
      terminal: 'terminal',
      batch: 'batch run',
    },
    language: { de: 'German', en: 'English' },
    severity: {
      blocker: 'obstacle',
      condition: 'condition',
      advice: 'advice',
      review: 'a person has to judge',
    },
    outcome: {
      breached: 'Breached',
      open: 'Open',
      met: 'Met',
      'not-applicable': 'Not applicable',
    },
    origin: {
      person: 'from the person',
      profile: 'from the company profile',
      request: 'given with the request',
      text: 'read',
      model: 'read by a language model',
      derived: 'derived from other facts',
    },
    review: {
      requested: 'Judgement requested',
      taken: 'Case taken',
      released: 'Released',
      refused: 'Refused',
      returned: 'Returned for revision',
      withdrawn: 'Withdrawn',
    },
    override: {
      corrected: 'Result corrected',
      'went-ahead': 'Went ahead nevertheless',
      stopped: 'Stopped',
    },
    config: {
      knowledge: 'Knowledge base',
      profile: 'Company profile',
      policy: 'Ethics policy',
      prompts: 'Instructions for the language model',
      roles: 'Roles',
      settings: 'Settings',
      code: 'Program',
    },
    keyUse: { signing: 'signing', sealing: 'sealing of texts' },
    keyEvent: { created: 'created', rotated: 'rotated', retired: 'retired' },
    retention: { texts: 'texts', bodies: 'entries' },
  },
};

function capital(names: Readonly<Record<Verdict, string>>): Readonly<Record<Verdict, string>> {
  return {
    allowed: withCapital(names.allowed),
    allowed_with_conditions: withCapital(names.allowed_with_conditions),
    needs_information: withCapital(names.needs_information),
    not_allowed: withCapital(names.not_allowed),
  };
}

function withCapital(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
