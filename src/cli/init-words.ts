/** What `init` says and asks. */
export const words = {
  de: {
    name: 'Wie heißt die Firma? ',
    seat: 'In welchem Land ist ihr Sitz (z. B. DE)? ',
    staff: 'Wie viele Beschäftigte hat sie? ',
    markets: (known: string) => `In welchen Märkten werben Sie (mit Komma; ${known})? `,
    contact: 'Wen sollen Ihre Leute fragen, wenn ich nicht weiterweiß (Name oder Adresse)? ',
    tools:
      'Welche KI-Werkzeuge sind in Gebrauch (mit Komma; Eingabe = keine Angabe)? ',
    lead: 'Wer leitet Compliance (Mitglieds-ID in Slack wie U024BE7LH; Eingabe = später)? ',
    practice:
      'Jetzt zur ständigen Praxis: Was hier bestätigt ist, wird nicht bei jeder Kampagne gefragt.\nNummer = so ist es, Eingabe = lieber jedes Mal fragen.',
    by: 'Wer bestätigt diese Angaben (Name)? ',
    until: (usual: string) => `Bis wann gilt das (JJJJ-MM-TT; Eingabe = ${usual})? `,
    number: 'Nummer: ',
    wrong: 'Bitte eine Nummer aus der Liste.',
    progress: (number: number, all: number) => `Frage ${number} von ${all}`,
    renewing: (count: number) =>
      `${count} ${count === 1 ? 'Angabe ist' : 'Angaben sind'} zu erneuern.\nNummer = so ist es jetzt, - = ab jetzt jedes Mal fragen, Eingabe = später.`,
    now: (answer: string) => `  Bisher: ${answer}`,
    nothingDue: (days: number) => `In den nächsten ${days} Tagen ist nichts zu erneuern.`,
    done: (path: string) => `Eingerichtet: ${path}`,
    renewed: (count: number, path: string) => `Erneuert oder geändert: ${count}. ${path}`,
    leadSet: (person: string) => `Compliance-Leitung: ${person}`,
    running: 'Ein laufender Server nimmt das nach seinem nächsten Start an.',
  },
  en: {
    name: 'What is the company called? ',
    seat: 'In which country is its seat (e.g. DE)? ',
    staff: 'How many staff does it have? ',
    markets: (known: string) => `In which markets do you advertise (with commas; ${known})? `,
    contact: 'Whom should staff ask when I cannot help (name or address)? ',
    tools: 'Which AI tools are in use (with commas; Enter = not stated)? ',
    lead: 'Who leads compliance (Slack member ID such as U024BE7LH; Enter = later)? ',
    practice:
      'Now to standing practice: what is confirmed here is not asked for every campaign.\nNumber = this is how it is, Enter = rather ask every time.',
    by: 'Who confirms this (name)? ',
    until: (usual: string) => `Until when does it count (YYYY-MM-DD; Enter = ${usual})? `,
    number: 'Number: ',
    wrong: 'Please a number from the list.',
    progress: (number: number, all: number) => `Question ${number} of ${all}`,
    renewing: (count: number) =>
      `${count} ${count === 1 ? 'confirmation is' : 'confirmations are'} to be renewed.\nNumber = this is how it is now, - = ask every time from now on, Enter = later.`,
    now: (answer: string) => `  So far: ${answer}`,
    nothingDue: (days: number) => `Nothing is to be renewed within the next ${days} days.`,
    done: (path: string) => `Set up: ${path}`,
    renewed: (count: number, path: string) => `Renewed or changed: ${count}. ${path}`,
    leadSet: (person: string) => `Compliance lead: ${person}`,
    running: 'A server that is running takes this on at its next start.',
  },
} as const;
