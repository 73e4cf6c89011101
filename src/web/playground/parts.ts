import { html } from 'hono/html';
import type { Part, Span } from '#assistant/playground.ts';
import type { Html } from '#web/layout.ts';
import { addressOf } from '#web/playground/addresses.ts';
import { controlHtml, type Pressed } from '#web/playground/controls.ts';
import { fieldHtml } from '#web/playground/field.ts';
import { outwards } from '#web/playground/outwards.ts';

/** Where a part stands. */
export type Around = Pressed & {
  /** The level of the headings within it. */
  readonly level: 3 | 4;
};

/** One part of a message or form. */
export function partHtml(part: Part, around: Around): Html {
  const { language } = around;
  switch (part.kind) {
    case 'text':
      return html`<p ${part.isSmall ? html`class="small"` : ''}>
        ${linesHtml(part.lines, around)}
      </p>`;
    case 'heading':
      return around.level === 3 ? html`<h3>${part.text}</h3>` : html`<h4>${part.text}</h4>`;
    case 'alert':
      return alertHtml(part, around);
    case 'cells':
      return html`<div class="cells">
        ${part.cells.map((lines) => html`<p>${linesHtml(lines, around)}</p>`)}
      </div>`;
    case 'controls':
      return html`<div class="actions">
        ${part.controls.map((control) => controlHtml(control, around))}
      </div>`;
    case 'field':
      return fieldHtml(part.field, language);
    case 'line':
      return html`<hr />`;
  }
}

type Alert = Extract<Part, { kind: 'alert' }>;

const signs: Readonly<Record<Alert['level'], string>> = {
  default: '•',
  info: 'i',
  success: '✓',
  warning: '!',
  error: '✕',
};

/** Told by its words and a sign; the colour only repeats them. */
function alertHtml({ level, lines }: Alert, around: Around): Html {
  const first = lines[0]?.[0]?.text ?? '';
  const hasSign = /^[^\p{L}\p{N}„“"'§]/u.test(first);
  return html`<div class="alert" data-level="${level}">
    ${hasSign ? '' : html`<span class="sign" aria-hidden="true">${signs[level]}</span>`}
    <p>${linesHtml(lines, around)}</p>
  </div>`;
}

function linesHtml(lines: readonly (readonly Span[])[], around: Around): readonly Html[] {
  return lines.map((spans) => {
    const isItem = /^\s*•/.test(spans[0]?.text ?? '');
    return html`<span class="${isItem ? 'line item' : 'line'}"
      >${spans.map((span) => spanHtml(span, around))}</span
    >`;
  });
}

function spanHtml({ text, isStrong, link, leadsTo }: Span, { language, spot }: Around): Html {
  const inner = isStrong ? html`<strong>${text}</strong>` : html`${text}`;
  if (leadsTo !== undefined) {
    return html`<a href="${addressOf({ person: spot.person, ...leadsTo })}">${inner}</a>`;
  }
  return link === undefined ? inner : outwards(link, inner, { language });
}
