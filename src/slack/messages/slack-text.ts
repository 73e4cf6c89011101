const made = Symbol('SlackText');

/** Text in Slack's markup, escaped exactly once: only this file can make one, and only from plain text. */
export type SlackText = { readonly [made]: string };

/** Marks up a template: its own words stand as they are, plain values are escaped. */
export function slackText(
  words: TemplateStringsArray,
  ...values: readonly (string | number | SlackText)[]
): SlackText {
  const rest = values.map((value, index) => {
    const inside = typeof value === 'object' ? value[made] : escape(String(value));
    return `${inside}${words[index + 1] ?? ''}`;
  });
  return { [made]: `${words[0] ?? ''}${rest.join('')}` };
}

/** Words of a person in one line of at most so many characters: no sign in them styles anything or becomes a picture. */
export function quoted(text: string, most: number): SlackText {
  const calm = shortened(text.replaceAll(/\s+/g, ' ').trim(), most)
    .replaceAll(/[*_~`]/g, (sign) => lookalikes.get(sign) ?? sign)
    .replaceAll(/:(?=[\w+'-]+:)/g, '∶');
  return { [made]: escape(calm) };
}

const lookalikes: ReadonlyMap<string, string> = new Map([
  ['*', '∗'],
  ['_', 'ˍ'],
  ['~', '∼'],
  ['`', 'ˋ'],
]);

/** Words for a text without markup, in one line of at most so many characters; what is cut ends in dots. */
export function plainWords(text: string, most: number): string {
  const line = visible(text)
    .replaceAll(/\s+/g, ' ')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .trim();
  return shortened(line, most);
}

function shortened(line: string, most: number): string {
  return line.length <= most
    ? line
    : `${line
        .slice(0, most - 1)
        .toWellFormed()
        .trimEnd()}…`;
}

/** A link to a source; what is no plain web address stays a word. */
export function linkTo(address: string, name: string): SlackText {
  const label = escape(name.replaceAll(/\s+/g, ' ').replaceAll('|', '¦'));
  // What Slack reads as the end of the address is encoded, so that it cannot be closed from inside.
  const url = URL.canParse(address)
    ? new URL(address).href.replaceAll(/[<>|\s]/g, encodeURIComponent)
    : '';
  if (!url.startsWith('https://')) return { [made]: label };
  return { [made]: `<${url.replaceAll('&', '&amp;')}|${label}>` };
}

/** A person of the workspace, by id. */
export function personCalled(id: string): SlackText {
  return /^[UW][A-Z0-9]+$/.test(id) ? { [made]: `<@${id}>` } : slackText`${id}`;
}

/** A channel of the workspace, by id. */
export function channelCalled(id: string): SlackText {
  return /^[CG][A-Z0-9]+$/.test(id) ? { [made]: `<#${id}>` } : slackText`${id}`;
}

/** Puts texts in a row. */
export function joined(texts: readonly SlackText[], between: ' ' | '\n'): SlackText {
  return { [made]: texts.map((text) => text[made]).join(between) };
}

/** The markup itself, for a block. */
export function markupOf(text: SlackText): string {
  return text[made];
}

/** How much of Slack's limits a text takes. */
export function lengthOf(text: SlackText): number {
  return text[made].length;
}

/** Plain text in pieces of at most so many characters of markup, cut at blanks where there are any. */
export function piecesOf(text: string, most: number): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  let size = 0;
  // Five is what an escaped character can take.
  const words = new RegExp(`\\s{1,${Math.floor(most / 5)}}|\\S{1,${Math.floor(most / 5)}}`, 'gu');
  for (const [word] of text.matchAll(words)) {
    const length = escape(word).length;
    if (size + length > most) {
      pieces.push(piece);
      piece = '';
      size = 0;
    }
    piece += word;
    size += length;
  }
  return [...pieces, piece].map((one) => one.trim()).filter((one) => one !== '');
}

// https://docs.slack.dev/messaging/formatting-message-text: these three, and nothing else, are control characters.
function escape(text: string): string {
  return visible(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Drops what no reader sees but a screen obeys: control characters and changes of writing direction. */
function visible(text: string): string {
  return text
    .replaceAll(/[\u2028\u2029\u0085]/g, ' ')
    .replaceAll(/(?![\n\t])\p{Cc}|\p{Bidi_Control}/gu, '')
    .toWellFormed();
}
