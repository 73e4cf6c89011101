import type { Control } from '#assistant/playground.ts';
import type { Language } from '#domain/language.ts';
import { contentOf, filled } from '#playground/filled.ts';
import type { Block } from '#playground/limits/blocks.ts';
import type { Option } from '#playground/limits/elements.ts';
import { targetsIn, type Target } from '#playground/targets.ts';
import { words } from '#playground/words.ts';

/** A control and what it stands for in Slack. */
export type Pressable = {
  readonly control: Control;
  readonly block: string;
  readonly action: string;
  /** What pressing it says; a choice says what was chosen. */
  readonly value?: string | undefined;
};

/** Everything that can be pressed or chosen, with names that last as long as it stands there. */
export function pressablesIn(blocks: readonly Block[], language: Language): readonly Pressable[] {
  return targetsIn(blocks).flatMap((target) => pressablesOf(target, language));
}

export function optionsShown(options: readonly Option[]) {
  return options.map(({ value, text, description }) => ({
    value,
    label: description ? `${text.text} ${description.text}` : text.text,
  }));
}

function pressablesOf(
  { block, action, element }: Target,
  language: Language,
): readonly Pressable[] {
  const id = `${block}/${action}`;
  switch (element.type) {
    case 'button':
    case 'icon_button': {
      const { text, value, accessibility_label: spoken } = element;
      const look = element.type === 'button' ? { style: element.style, link: element.url } : {};
      const control = { kind: 'button', id, label: text.text, spoken, ...look } as const;
      return [{ control, block, action, value }];
    }
    case 'feedback_buttons':
      return [element.positive_button, element.negative_button].map(
        ({ text, value, accessibility_label: spoken }) => ({
          control: { kind: 'button', id: `${id}/${value}`, label: text.text, spoken } as const,
          block,
          action,
          value,
        }),
      );
    case 'static_select':
    case 'multi_static_select':
    case 'radio_buttons':
    case 'checkboxes': {
      const placeholder = 'placeholder' in element ? element.placeholder?.text : undefined;
      const control = {
        kind: 'choice',
        id,
        label: placeholder ?? words[language].choice,
        options: optionsShown(element.options),
        isMultiple: isMultiple(element),
        chosen: contentOf(filled(element)),
      } as const;
      return [{ control, block, action }];
    }
    case 'datepicker':
    case 'plain_text_input':
    case 'number_input':
      return [];
  }
}

export function isMultiple({ type }: { readonly type: string }): boolean {
  return type === 'multi_static_select' || type === 'checkboxes';
}
