import type { Sample } from '#assistant/playground.ts';
import type { Language } from '#domain/language.ts';
import { directMessages } from '#playground/places.ts';

/** Who tries a case, by the language that the assistant answers them in. */
const person: Readonly<Record<Language, string>> = { de: 'UANNA', en: 'UBEN' };
const alone = { de: directMessages(person.de).id, en: directMessages(person.en).id };
const inMarketing = { de: 'CMARKETING', en: 'CMARKETING' };

/** Cases to try: together they show each kind of answer. */
export const samples: readonly Sample[] = [
  {
    id: 'customers',
    title: {
      de: 'Eine Frage: Mail an Bestandskunden',
      en: 'A question: e-mailing existing customers',
    },
    text: {
      de: 'Dürfen wir unseren Kunden die neue Kollektion per E-Mail vorstellen, ohne sie vorher um Erlaubnis zu fragen?',
      en: 'May we e-mail existing customers about our new collection without asking for their consent first?',
    },
    person,
    place: alone,
  },
  {
    id: 'newsletter',
    title: {
      de: 'Newsletter mit bestätigter Anmeldung',
      en: 'A newsletter with confirmed sign-ups',
    },
    text: {
      de: '@leitplanke Donnerstag geht unser Newsletter „Frisch gerührt“ per E-Mail raus: drei Rezepte und ein Angebot aus unserem Shop. Ihn bekommt nur, wer sich auf der Website dafür eingetragen und danach den Link in der Bestätigungsmail angeklickt hat. Wir verzichten auf Öffnungs- und Klickmessung.',
      en: '@leitplanke Our newsletter “Freshly stirred” goes out by e-mail on Thursday: three recipes and one offer from our shop. Only people who signed up for it on our website and then confirmed through the link in the confirmation e-mail will get it. No open or click tracking.',
    },
    person,
    place: inMarketing,
  },
  {
    id: 'bought-addresses',
    title: { de: 'Werbemail an gekaufte Adressen', en: 'A mailing to bought addresses' },
    text: {
      de: '/ethics-check Kaltstart für die neue Kaffeemühle: Wir haben von einem Adresshändler 4.000 E-Mail-Adressen von Hobbyköchen gekauft und schicken allen eine E-Mail mit unserem Einführungspreis. Die Leute kennen uns nicht und haben uns keine Einwilligung gegeben.',
      en: '/ethics-check Cold start for the new coffee grinder: we bought 4,000 e-mail addresses of hobby cooks from a list broker and will mail all of them our launch price. They have never heard of us, and nobody has given us consent.',
    },
    person,
    place: alone,
  },
  {
    id: 'invented-woman',
    title: { de: 'Anzeige mit einem Menschen aus der KI', en: 'An ad with a person made by AI' },
    text: {
      de: '@leitplanke Anzeige auf Instagram für die neue Regenjacke: Unser Bildgenerator hat dafür ein fotorealistisches Bild gemacht, eine Wanderin im Sturm, die es nicht gibt. Die Anzeige sehen alle, die sich für Wandern interessieren. Ob wir das Bild kennzeichnen, ist noch offen.',
      en: '@leitplanke Instagram ad for the new rain jacket with a photorealistic AI image: a mountain storm and a woman who does not exist. Whether we label the image as AI-generated is still open.',
    },
    person,
    place: inMarketing,
  },
  {
    id: 'chatbot',
    title: { de: 'Chatbot mit Angeboten hinterher', en: 'A chatbot with offers afterwards' },
    text: {
      de: 'Ab Montag begrüßt „Toni“ die Besucher unserer Website: ein KI-Chatbot, der Fragen zu Größen und Lieferzeiten beantwortet. Danach schickt er allen, mit denen er gesprochen hat, unsere Angebote per E-Mail.',
      en: 'From Monday “Toni” will greet the visitors of our website: an AI chatbot that answers questions about sizes and delivery times. Afterwards it sends our offers by e-mail to everybody it has talked to.',
    },
    person,
    place: alone,
  },
];
