import { html } from 'hono/html';
import type { Html } from '#web/layout.ts';
import type { Choice } from '#web/log/choice.ts';
import { choiceComplaints, choiceFields } from '#web/log/choice-form.ts';
import { complaint, logPage, type View } from '#web/log/view.ts';

const words = {
  de: {
    title: 'Einträge exportieren',
    intro:
      'Der Export selbst kommt ins Protokoll, bevor die Datei herausgeht: mit Format und Bereich. Bricht das Herunterladen ab, kann ein Eintrag beschädigt sein: Prüfen Sie dann die Unversehrtheit.',
    which: 'Welche Einträge (leer: alle)',
    format: 'Format',
    csv: 'Tabelle für Excel und andere (CSV, mit Semikolon getrennt)',
    csvHint: 'Zum Lesen und Auswerten. Ohne Namen und ohne Texte; Personen kommen nicht vor.',
    jsonl: 'Genaue Zeilen zum Nachrechnen (JSONL)',
    jsonlHint:
      'Jede Zeile genau so, wie sie gehasht wurde. Damit kann ein Fremder die Hashes nachrechnen; Texte bleiben darin verschlüsselt.',
    texts: 'Texte im Klartext dazunehmen (nur CSV)',
    textsHint:
      'Fragen, Briefings und Antworten verlassen damit das geschützte Protokoll. Darin können Namen stehen; die Löschung einer Person erreicht diese Datei nicht mehr. Nehmen Sie nur, was Sie brauchen, und löschen Sie die Datei, sobald sie ihren Zweck erfüllt hat.',
    take: 'Herunterladen',
    empty: 'Zu dieser Auswahl gibt es keinen Eintrag; es wurde nichts exportiert.',
    noFormat: 'Wählen Sie ein Format: Tabelle (CSV) oder genaue Zeilen (JSONL).',
    textsInLines:
      'Texte im Klartext gibt es nur in der Tabelle (CSV): Die genauen Zeilen enthalten sie verschlüsselt. Wählen Sie die Tabelle, oder nehmen Sie den Haken heraus.',
  },
  en: {
    title: 'Export entries',
    intro:
      'The export itself goes on record before the file leaves: with its format and range. If the download breaks off, an entry may be damaged: then verify the log.',
    which: 'Which entries (empty: all)',
    format: 'Format',
    csv: 'Table for Excel and others (CSV, separated by commas)',
    csvHint: 'To read and evaluate. Without names and without texts; persons do not occur in it.',
    jsonl: 'Exact lines to recompute (JSONL)',
    jsonlHint:
      'Each line exactly as it was hashed. With it a stranger can recompute the hashes; texts stay encrypted in it.',
    texts: 'Include texts in clear (CSV only)',
    textsHint:
      'Questions, briefs and answers then leave the protected log. Names may occur in them; the erasure of a person no longer reaches this file. Take only what you need, and delete the file once it has served its purpose.',
    take: 'Download',
    empty: 'No entry fits this selection; nothing was exported.',
    noFormat: 'Choose a format: table (CSV) or exact lines (JSONL).',
    textsInLines:
      'Texts in clear are in the table (CSV) only: the exact lines hold them encrypted. Choose the table, or take the tick out.',
  },
} as const;

/** What somebody wants to take out. */
export type Order = { readonly format: 'jsonl' | 'csv' | undefined; readonly withTexts: boolean };

export const usualOrder: Order = { format: 'csv', withTexts: false };

/** Why an export does not come about. */
export type Refusal = 'empty' | 'noFormat' | 'textsInLines';

/** What is wrong with an order before anything is read. */
export function refusalOf({ format, withTexts }: Order): Refusal | undefined {
  if (format === undefined) return 'noFormat';
  return format === 'jsonl' && withTexts ? 'textsInLines' : undefined;
}

/** The form for an export, with what is wrong with it. */
export function exportPage(choice: Choice, order: Order, view: View, refusal?: Refusal): Html {
  const word = words[view.language];
  return logPage(
    view,
    word.title,
    html`<p>${word.intro}</p>
      ${refusal ? complaint(word[refusal]) : ''} ${choiceComplaints(choice)}
      <form method="post" action="/log/export">
        <fieldset>
          <legend>${word.which}</legend>
          <div class="filters">${choiceFields(choice, view)}</div>
        </fieldset>
        <fieldset>
          <legend>${word.format}</legend>
          ${formatField('csv', order, view)} ${formatField('jsonl', order, view)}
          <label>
            <input
              type="checkbox"
              name="texts"
              value="yes"
              aria-describedby="texts-hint"
              ${order.withTexts ? html`checked` : ''}
            />
            ${word.texts}
          </label>
          <p class="small" id="texts-hint">${word.textsHint}</p>
        </fieldset>
        <button type="submit">${word.take}</button>
      </form>`,
  );
}

function formatField(format: 'csv' | 'jsonl', order: Order, { language }: View): Html {
  const word = words[language];
  return html`<label>
      <input
        type="radio"
        name="format"
        value="${format}"
        aria-describedby="${format}-hint"
        ${order.format === format ? html`checked` : ''}
      />
      ${word[format]}
    </label>
    <p class="small" id="${format}-hint">${word[`${format}Hint`]}</p>`;
}
