import { html } from 'hono/html';
import type { Examination } from '#assistant/ledger.ts';
import type { Html } from '#web/layout.ts';
import { pairs } from '#web/log/html-parts.ts';
import { logPage, orComplaint, type View } from '#web/log/view.ts';

const words = {
  de: {
    title: 'Unversehrtheit prüfen',
    intro:
      'Die Prüfung rechnet das ganze Protokoll aus der Datei nach: jeden Eintrag, jede Verknüpfung, jede Unterschrift. So zeigt sich, ob seit dem Schreiben etwas geändert, gelöscht oder eingefügt wurde.',
    duration: (size: number) =>
      `Im Protokoll stehen ${size} Einträge. Bei 20.000 Einträgen dauert die Prüfung etwa eine halbe Minute; der Assistent arbeitet währenddessen weiter.`,
    now: 'Jetzt prüfen',
    again: 'Noch einmal prüfen',
    empty: 'Unversehrt. Das Protokoll ist noch leer.',
    intact: (size: number) =>
      size === 1
        ? 'Unversehrt: der eine Eintrag ist so, wie er unterschrieben wurde.'
        : `Unversehrt bis Eintrag Nr. ${size - 1}: alle ${size} Einträge sind so, wie sie unterschrieben wurden.`,
    root: 'Wurzel',
    size: 'Einträge',
    keep: 'Notieren Sie sich Wurzel und Zahl der Einträge an einem anderen Ort. Damit fällt später auch auf, wenn jemand die ganze Datei austauscht oder auf einen früheren Tag zurücksetzt.',
    damaged: 'Das Protokoll ist beschädigt.',
    first: (index: number) => `Zuerst betroffen ist Eintrag Nr. ${index}.`,
    before: (index: number) =>
      index === 0
        ? 'Es ist der allererste.'
        : `Die Einträge Nr. 0 bis ${index - 1} davor sind heil.`,
    file: 'Betroffen ist die Datei als Ganzes, kein einzelner Eintrag.',
    todo: 'Was Sie jetzt tun',
    steps: [
      'Halten Sie den Assistenten an, und ändern Sie nichts an den Dateien.',
      'Lassen Sie den ganzen Datenordner kopieren, und heben Sie die Kopie als Beweis auf.',
      'Spielen Sie die letzte Sicherung ein, die diese Prüfung besteht.',
      'Klären Sie, wer in der Zwischenzeit an die Dateien konnte. Wurden Angaben zu Personen verändert, beziehen Sie den Datenschutz ein.',
    ],
    problems: 'Was nicht stimmt, das Früheste zuerst',
    number: 'Nr.',
    reference: 'Aktenzeichen',
    what: 'Befund der Prüfung (englisch)',
    whole: 'Datei',
  },
  en: {
    title: 'Verify the log',
    intro:
      'This recomputes the whole log from its file: each entry, each link, each signature. It shows whether anything was changed, removed or put in since it was written.',
    duration: (size: number) =>
      `There are ${size} entries in the log. With 20,000 entries this takes about half a minute; the assistant goes on working meanwhile.`,
    now: 'Verify now',
    again: 'Verify again',
    empty: 'Intact. The log is still empty.',
    intact: (size: number) =>
      size === 1
        ? 'Intact: the one entry is as it was signed.'
        : `Intact up to entry no. ${size - 1}: all ${size} entries are as they were signed.`,
    root: 'Root',
    size: 'Entries',
    keep: 'Note root and number of entries in another place. With them it will show, too, if somebody exchanges the whole file or puts it back to an earlier day.',
    damaged: 'The log is damaged.',
    first: (index: number) => `The first entry concerned is no. ${index}.`,
    before: (index: number) =>
      index === 0
        ? 'It is the very first.'
        : `The entries no. 0 to ${index - 1} before it are whole.`,
    file: 'The file as a whole is concerned, not a single entry.',
    todo: 'What to do now',
    steps: [
      'Stop the assistant, and change nothing in the files.',
      'Have the whole data folder copied, and keep the copy as evidence.',
      'Restore the latest backup that passes this check.',
      'Find out who could reach the files meanwhile. If details of persons were changed, bring in data protection.',
    ],
    problems: 'What is wrong, the earliest first',
    number: 'No.',
    reference: 'Reference',
    what: 'What the check found',
    whole: 'file',
  },
} as const;

/** The page that verifies the log; with what was found, once somebody has asked. */
export async function verifyPage(view: View, found?: Examination): Promise<Html> {
  const word = words[view.language];
  const result = found
    ? resultOf(found, view)
    : await orComplaint(view, async () => {
        const { size } = await view.rooms.book.head();
        return html`<p>${word.duration(size)}</p>`;
      });
  return logPage(
    view,
    word.title,
    html`<p>${word.intro}</p>
      ${result}
      <form method="post" action="/log/verify">
        <button type="submit">${found ? word.again : word.now}</button>
      </form>`,
  );
}

function resultOf(found: Examination, view: View): Html {
  const word = words[view.language];
  if (!found.ok) return damage(found, view);
  return html`<div class="card" role="status">
    <p><strong>${found.size === 0 ? word.empty : word.intact(found.size)}</strong></p>
    ${pairs([
      [word.size, String(found.size)],
      [word.root, html`<code>${found.root}</code>`],
    ])}
    <p>${word.keep}</p>
  </div>`;
}

function damage({ problems }: Examination, { language }: View): Html {
  const word = words[language];
  const index = problems[0]?.index;
  const where = index === undefined ? word.file : `${word.first(index)} ${word.before(index)}`;
  return html`<p class="complaint" role="alert">${word.damaged} ${where}</p>
    <h2>${word.todo}</h2>
    <ol>
      ${word.steps.map((step) => html`<li>${step}</li>`)}
    </ol>
    <h2>${word.problems}</h2>
    <div class="table" role="region" aria-label="${word.problems}" tabindex="0">
      <table>
        <thead>
          <tr>
            ${[word.number, word.reference, word.what].map(
              (head) => html`<th scope="col">${head}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${problems.map(
            (one) =>
              html`<tr>
                <td>${one.index ?? word.whole}</td>
                <td>${one.ref ?? ''}</td>
                <td lang="en">${one.what}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}
