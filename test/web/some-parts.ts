import type { Part, ShownView } from '#assistant/playground.ts';

/** What a message or form consists of in a test. */
export function line(text: string): Part {
  return { kind: 'text', isSmall: false, lines: [[{ text, isStrong: false }]] };
}

/** One part of each kind that a message can have, with this text everywhere. */
export function everyPart(text: string): readonly Part[] {
  const span = { text, isStrong: true, link: `https://example.org/?q=${encodeURIComponent(text)}` };
  const options = [{ value: text, label: text }];
  return [
    { kind: 'heading', text },
    { kind: 'text', isSmall: true, lines: [[span], [{ text, isStrong: false, link: text }]] },
    { kind: 'alert', level: 'error', lines: [[span]] },
    { kind: 'cells', cells: [[[span]]] },
    { kind: 'line' },
    {
      kind: 'controls',
      controls: [
        { kind: 'button', id: text, label: text, spoken: text, style: 'danger' },
        { kind: 'button', id: 'out', label: text, link: text },
        { kind: 'choice', id: 'pick', label: text, options, isMultiple: false, chosen: [] },
      ],
    },
  ];
}

/** An answer. */
export const card: readonly Part[] = [
  { kind: 'heading', text: 'Ethik-Check EC-2026-7K3M-0001 – Gekaufte Adressen' },
  { kind: 'alert', level: 'error', lines: [[{ text: '✘ Nein, so nicht.', isStrong: true }]] },
  {
    kind: 'cells',
    cells: [
      [[{ text: 'Markt', isStrong: true }], [{ text: 'Deutschland: nein', isStrong: false }]],
      [[{ text: 'Stand', isStrong: true }], [{ text: '23.11.2026', isStrong: false }]],
    ],
  },
  {
    kind: 'text',
    isSmall: false,
    lines: [
      [{ text: 'Was dagegen spricht', isStrong: true }],
      [
        { text: '• Werbung per E-Mail braucht eine Einwilligung. [1] ', isStrong: false },
        {
          text: '§ 7 Abs. 2 Nr. 2 UWG',
          isStrong: false,
          link: 'https://www.gesetze-im-internet.de/uwg_2004/__7.html',
        },
      ],
    ],
  },
  {
    kind: 'controls',
    controls: [
      { kind: 'button', id: 'confirm', label: 'Alles richtig', style: 'primary' },
      { kind: 'button', id: 'change', label: 'Ändern' },
      {
        kind: 'choice',
        id: 'state',
        label: 'Antwort wählen',
        options: [
          { value: 'a', label: 'Ja' },
          { value: 'b', label: 'Nein' },
        ],
        isMultiple: false,
        chosen: [],
      },
    ],
  },
  { kind: 'line' },
  {
    kind: 'text',
    isSmall: true,
    lines: [
      [
        {
          text: 'Auskunft eines KI-Systems, keine Rechtsberatung. Aktenzeichen EC-2026-7K3M-0001',
          isStrong: false,
        },
      ],
    ],
  },
];

/** The answer after a button was pressed. */
export const allowed: readonly Part[] = [
  { kind: 'alert', level: 'success', lines: [[{ text: 'Ja, das ist erlaubt.', isStrong: true }]] },
];

/** The form of a command. */
export function briefForm(complaint?: string): ShownView {
  return {
    id: 'V1',
    title: 'Check a campaign',
    submit: 'Check',
    close: 'Cancel',
    parts: [
      line('The more you tell, the clearer the answer.'),
      {
        kind: 'field',
        field: {
          id: 'title',
          label: 'Title',
          isOptional: true,
          input: { kind: 'text', isLong: false, most: 100, text: '' },
        },
      },
      {
        kind: 'field',
        field: {
          id: 'brief',
          label: 'Brief',
          hint: 'Who is to get what, and how?',
          isOptional: false,
          complaint,
          input: { kind: 'text', isLong: true, most: 3_000, text: '' },
        },
      },
      {
        kind: 'field',
        field: {
          id: 'markets',
          label: 'Markets',
          isOptional: true,
          input: {
            kind: 'choice',
            isMultiple: true,
            isOpen: false,
            chosen: ['DE'],
            options: [
              { value: 'DE', label: 'Germany' },
              { value: 'FR', label: 'France' },
            ],
          },
        },
      },
      {
        kind: 'field',
        field: {
          id: 'launch',
          label: 'Launch',
          isOptional: true,
          input: { kind: 'date', text: '' },
        },
      },
      {
        kind: 'field',
        field: {
          id: 'who',
          label: 'For whom',
          isOptional: true,
          input: {
            kind: 'choice',
            isMultiple: false,
            isOpen: true,
            chosen: [],
            options: [
              { value: 'b2b', label: 'Companies' },
              { value: 'b2c', label: 'Consumers' },
            ],
          },
        },
      },
    ],
  };
}
