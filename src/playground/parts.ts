import type { Field, Part } from '#assistant/playground.ts';
import type { Language } from '#domain/language.ts';
import { isMultiple, optionsShown, pressablesIn } from '#playground/controls.ts';
import { contentOf } from '#playground/filled.ts';
import type { Block, Input } from '#playground/limits/blocks.ts';
import type { Person } from '#playground/places.ts';
import { linesOf } from '#playground/spans.ts';
import type { OpenView } from '#playground/views.ts';

type Reader = { readonly people: readonly Person[]; readonly language: Language };

/** What a block shows, from top to bottom; `view` is the form that it stands in. */
export function partsOf(block: Block, reader: Reader, view?: OpenView): readonly Part[] {
  const { people, language } = reader;
  switch (block.type) {
    case 'section': {
      const { text, fields } = block;
      return [
        ...(text ? [{ kind: 'text', isSmall: false, lines: linesOf(text, people) } as const] : []),
        ...(fields
          ? [{ kind: 'cells', cells: fields.map((field) => linesOf(field, people)) } as const]
          : []),
        ...controlsOf(block, language),
      ];
    }
    case 'context':
      return [
        {
          kind: 'text',
          isSmall: true,
          lines: block.elements.flatMap((element) => linesOf(element, people)),
        },
      ];
    case 'header':
      return [{ kind: 'heading', text: block.text.text }];
    case 'alert': {
      const { level = 'default', text } = block;
      return [{ kind: 'alert', level, lines: linesOf(text, people) }];
    }
    case 'divider':
      return [{ kind: 'line' }];
    case 'actions':
    case 'context_actions':
      return controlsOf(block, language);
    case 'input':
      return [{ kind: 'field', field: fieldOf(block, view) }];
  }
}

function controlsOf(block: Block, language: Language): readonly Part[] {
  const controls = pressablesIn([block], language).map(({ control }) => control);
  return controls.length > 0 ? [{ kind: 'controls', controls }] : [];
}

function fieldOf(block: Input, view: OpenView | undefined): Field {
  const { block_id: id = '', label, hint, optional, element } = block;
  const holds = view?.values[id]?.[element.action_id ?? ''];
  return {
    id,
    label: label.text,
    hint: hint?.text,
    isOptional: optional ?? false,
    complaint: view?.errors[id],
    input: inputOf(element, holds ? contentOf(holds) : []),
  };
}

function inputOf(element: Input['element'], content: readonly string[]): Field['input'] {
  const [text = ''] = content;
  switch (element.type) {
    case 'plain_text_input':
      return {
        kind: 'text',
        isLong: element.multiline ?? false,
        most: element.max_length ?? 3_000,
        text,
      };
    case 'number_input':
      return { kind: 'number', text };
    case 'datepicker':
      return { kind: 'date', text };
    case 'static_select':
    case 'multi_static_select':
    case 'radio_buttons':
    case 'checkboxes':
      return {
        kind: 'choice',
        options: optionsShown(element.options),
        isMultiple: isMultiple(element),
        isOpen: element.type === 'radio_buttons' || element.type === 'checkboxes',
        chosen: content,
      };
  }
}
