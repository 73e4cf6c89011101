import { aFact, anOption } from '../facts.ts';
import { aControl } from './readers.ts';

/** How a campaign travels; nothing is read unless it is named. */
export const ways = aFact('ways', 'choices', [
  anOption('letter', {
    lexicon: { de: ['\\bbrief', 'postkarte'], en: ['\\bletters?\\b', 'postcards?'] },
  }),
  anOption('email', {
    lexicon: { de: ['\\bmails?\\b', 'newsletter'], en: ['\\be?mails?\\b', 'newsletter'] },
    cues: { de: ['verteiler'], en: ['subscribers'] },
  }),
]);

/** What a campaign involves; naming nothing means nothing of it. */
export const parts = aFact('parts', 'choices', [
  anOption('nothing', { exclusive: true }),
  anOption('tracking', {
    lexicon: { de: ['tracking', 'pixel', 'track(?:en|t)\\b'], en: ['\\btrack', 'pixel'] },
    cues: { de: ['messen'], en: ['measure'] },
  }),
  anOption('profiles', { lexicon: { de: ['profil'], en: ['profil'] } }),
]);

/** Whether a contract was signed. */
export const contract = aFact('contract', 'yes-no', [
  anOption('yes', {
    said: {
      de: [
        'der Vertrag mit dem Anbieter ist unterschrieben',
        'ein unterschriebener Vertrag liegt vor',
        'Vertrag mit dem Anbieter: liegt vor',
        'wir haben den Vertrag geschlossen',
        'nichts geht ohne unterschriebenen Vertrag raus',
        'der Vertrag steht',
      ],
      en: [
        'the contract with the vendor is signed',
        'a signed contract is on file',
        'contract with the vendor: in place',
        'we have concluded the contract',
        'nothing goes out without a signed contract',
        'the contract stands',
      ],
    },
  }),
  anOption('no', {
    said: {
      de: [
        'der Vertrag mit dem Anbieter ist nicht unterschrieben',
        'ein Vertrag fehlt',
        'Vertrag mit dem Anbieter: fehlt',
        'wir haben keinen Vertrag geschlossen',
        'alles geht ohne Vertrag raus',
        'der Vertrag steht noch aus',
      ],
      en: [
        'the contract with the vendor is not signed',
        'a contract is missing',
        'contract with the vendor: missing',
        'we have not concluded a contract',
        'everything goes out without a contract',
        'the contract is still outstanding',
      ],
    },
  }),
]);

/** Whether a picture says what it is. */
export const label = aFact('label', 'form', [
  anOption('shown', {
    said: {
      de: [
        'am Bild steht ein Hinweis',
        'jedes Bild ist gekennzeichnet',
        'Kennzeichnung der Bilder: sichtbar',
        'kein Bild geht ohne Hinweis online',
      ],
      en: [
        'there is a notice on the picture',
        'each picture is labelled',
        'label on the pictures: visible',
        'no picture goes online without a notice',
      ],
    },
  }),
  anOption('planned', {
    said: {
      de: [
        'der Hinweis am Bild kommt noch',
        'die Kennzeichnung der Bilder ist noch offen',
        'Kennzeichnung der Bilder: in Arbeit',
        'den Hinweis am Bild ergänzen wir später',
      ],
      en: [
        'the notice on the picture will follow',
        'the label on the pictures is still open',
        'label on the pictures: in progress',
        'we will add the notice on the picture later',
      ],
    },
  }),
  anOption('left_out', {
    said: {
      de: [
        'einen Hinweis am Bild lassen wir weg',
        'die Bilder kennzeichnen wir nicht',
        'Kennzeichnung der Bilder: keine',
        'am Bild soll kein Hinweis stehen',
      ],
      en: [
        'we leave out the notice on the picture',
        'we do not label the pictures',
        'label on the pictures: none',
        'there is to be no notice on the picture',
      ],
    },
  }),
]);

export const smallFacts = [ways, parts, contract, label];
export const smallControls = [aControl('contract', 'yes'), aControl('label', 'shown')];
