import { html } from 'hono/html';
import type { StoredEntry } from '#domain/entry.ts';
import type { Html } from '#web/layout.ts';
import { pairs, section } from '#web/log/html-parts.ts';
import type { View } from '#web/log/view.ts';

const words = {
  de: {
    proof: 'Beweis',
    intro: (index: number, size: number) =>
      `Dieser Eintrag hat die Nummer ${index} unter ${size} Einträgen (gezählt wird ab 0). Mit den folgenden Angaben kann ein Fremder ohne uns und ohne Netz nachrechnen, dass er unverändert dazugehört.`,
    numbers: 'Zahlen und Zeile',
    leaf: 'Blatt',
    path: 'Pfad',
    only: 'leer: Es ist der einzige Eintrag.',
    root: 'Wurzel',
    checkpoint: 'Kontrollpunkt',
    vkey: 'Prüfschlüssel',
    line: 'Die Zeile, wie sie gehasht wurde',
    how: 'So wird es nachgerechnet',
    steps: [
      'Blatt: SHA-256 über ein Null-Byte und die Zeile.',
      'Wurzel: Vom Blatt aus nimmt jeder Hash des Pfades einen Schritt nach oben: SHA-256 über ein Eins-Byte, den linken und den rechten Hash. Ob der Eintrag links oder rechts steht, sagt seine Nummer (RFC 6962, Abschnitt 2.1.1).',
      'Kontrollpunkt: In der zweiten Zeile steht die Zahl der Einträge, in der dritten dieselbe Wurzel in base64; darunter die Ed25519-Unterschrift, die der Prüfschlüssel bestätigt.',
    ],
    more: 'Das Format und ein fertiges Prüfprogramm stehen in docs/log-format.md. Bewahren Sie Prüfschlüssel und Kontrollpunkt ab und zu an einem anderen Ort auf: Nur damit fällt auf, wenn das ganze Protokoll ausgetauscht wird.',
  },
  en: {
    proof: 'Proof',
    intro: (index: number, size: number) =>
      `This entry is number ${index} of ${size} entries (counted from 0). With the following a stranger can check, without us and without a network, that it is part of the log and unchanged.`,
    numbers: 'Figures and line',
    leaf: 'Leaf',
    path: 'Path',
    only: 'empty: it is the only entry.',
    root: 'Root',
    checkpoint: 'Checkpoint',
    vkey: 'Verifier key',
    line: 'The line as it was hashed',
    how: 'How it is checked',
    steps: [
      'Leaf: SHA-256 over a zero byte and the line.',
      'Root: from the leaf, each hash of the path takes one step up: SHA-256 over a one byte, the left and the right hash. Whether the entry stands left or right follows from its number (RFC 6962, section 2.1.1).',
      'Checkpoint: its second line has the number of entries, its third the same root in base64; below is the Ed25519 signature that the verifier key confirms.',
    ],
    more: 'The format and a ready-made checker are in docs/log-format.md. Keep verifier key and checkpoint in another place now and then: only with them does it show when the whole log is exchanged.',
  },
} as const;

/** How an entry is part of the signed tree, and how anybody can check that. */
export async function proofOf({ index, line }: StoredEntry, view: View): Promise<Html | ''> {
  const word = words[view.language];
  const proof = await view.rooms.book.proofOf(index);
  const path = html`<ol>
    ${proof.path.map((hash) => html`<li><code>${hash}</code></li>`)}
  </ol>`;
  return section(
    word.proof,
    html`<p>${word.intro(index, proof.size)}</p>
      <details>
        <summary>${word.numbers}</summary>
        ${pairs([
          [word.leaf, html`<code>${proof.leaf}</code>`],
          [word.path, proof.path.length === 0 ? word.only : path],
          [word.root, html`<code>${proof.root}</code>`],
          [word.checkpoint, codeLines(proof.checkpoint)],
          [word.vkey, html`<code>${proof.vkey}</code>`],
          [word.line, html`<code>${line}</code>`],
        ])}
        <h3>${word.how}</h3>
        <ol>
          ${word.steps.map((step) => html`<li>${step}</li>`)}
        </ol>
        <p>${word.more}</p>
      </details>`,
  );
}

function codeLines(text: string): Html {
  return html`${text
    .trimEnd()
    .split('\n')
    .map((line, index) => html`${index > 0 ? html`<br />` : ''}<code>${line}</code>`)}`;
}
