import type { Bilingual, Language } from '#domain/language.ts';

/** A run of words that look the same. */
export type Span = {
  readonly text: string;
  readonly isStrong: boolean;
  /** An address outside. */
  readonly link?: string;
  /** A message of the workspace that it leads to. */
  readonly leadsTo?: { readonly place: string; readonly thread: string };
};

/** Something to press or to choose from. */
export type Control =
  | {
      readonly kind: 'button';
      /** Names it within its message or view. */
      readonly id: string;
      readonly label: string;
      readonly style?: 'primary' | 'danger' | undefined;
      /** What screen readers say instead of the label. */
      readonly spoken?: string | undefined;
      /** Leads out instead of doing something. */
      readonly link?: string | undefined;
    }
  | {
      readonly kind: 'choice';
      readonly id: string;
      readonly label: string;
      readonly options: readonly { readonly value: string; readonly label: string }[];
      readonly isMultiple: boolean;
      readonly chosen: readonly string[];
    };

/** A field of a view. */
export type Field = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly isOptional: boolean;
  /** Why what was filled in is not taken. */
  readonly complaint?: string | undefined;
  readonly input:
    | {
        readonly kind: 'text';
        readonly isLong: boolean;
        readonly most: number;
        readonly text: string;
      }
    | { readonly kind: 'date' | 'number'; readonly text: string }
    | {
        readonly kind: 'choice';
        readonly options: readonly { readonly value: string; readonly label: string }[];
        readonly isMultiple: boolean;
        /** All options in sight, instead of a list to open. */
        readonly isOpen: boolean;
        readonly chosen: readonly string[];
      };
};

/** One part of a message or view, from top to bottom. */
export type Part =
  | {
      readonly kind: 'text';
      readonly isSmall: boolean;
      readonly lines: readonly (readonly Span[])[];
    }
  | { readonly kind: 'heading'; readonly text: string }
  | {
      readonly kind: 'alert';
      readonly level: 'default' | 'info' | 'success' | 'warning' | 'error';
      readonly lines: readonly (readonly Span[])[];
    }
  | { readonly kind: 'cells'; readonly cells: readonly (readonly (readonly Span[])[])[] }
  | { readonly kind: 'controls'; readonly controls: readonly Control[] }
  | { readonly kind: 'field'; readonly field: Field }
  | { readonly kind: 'line' };

/** One message as a page shows it. */
export type Shown = {
  readonly id: string;
  readonly by: string;
  readonly isAssistant: boolean;
  /** Local time of day, such as 14:02. */
  readonly at: string;
  readonly isChanged: boolean;
  /** Only the person who looks sees it. */
  readonly isPrivate: boolean;
  readonly parts: readonly Part[];
  /** Messages in its thread. */
  readonly replies: number;
};

/** A form that the assistant has opened for a person. */
export type ShownView = {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly Part[];
  /** Nothing where there is nothing to send. */
  readonly submit?: string | undefined;
  readonly close: string;
};

/** What one person sees: a place, perhaps a thread beside it, perhaps a form in front. */
export type Scene = {
  readonly person: PlaygroundPerson;
  readonly place: { readonly id: string; readonly name: string; readonly isDirect: boolean };
  readonly places: readonly {
    readonly id: string;
    readonly name: string;
    readonly isDirect: boolean;
    /** Messages of the assistant that this person has not looked at. */
    readonly unread: number;
  }[];
  readonly messages: readonly Shown[];
  readonly thread?: { readonly root: string; readonly messages: readonly Shown[] } | undefined;
  readonly view?: ShownView | undefined;
};

export type PlaygroundPerson = {
  readonly id: string;
  readonly name: string;
  readonly role: Bilingual;
  readonly language: Language;
};

/** What a person does. `control` is a control's id; several values only where it takes several. */
export type Act =
  | {
      readonly kind: 'say';
      readonly place: string;
      readonly thread?: string | undefined;
      readonly text: string;
    }
  | {
      readonly kind: 'press';
      readonly place: string;
      readonly message: string;
      readonly control: string;
      readonly values: readonly string[];
    }
  | {
      readonly kind: 'submit';
      readonly view: string;
      /** By field id. */
      readonly values: Readonly<Record<string, readonly string[]>>;
    }
  | { readonly kind: 'dismiss'; readonly view: string };

/** Where to look after an act, or why nothing could be done. */
export type Done =
  | { readonly ok: true; readonly place: string; readonly thread?: string | undefined }
  | {
      readonly ok: false;
      readonly why:
        | 'no-such-place'
        | 'no-such-message'
        | 'no-such-control'
        | 'no-such-view'
        | 'empty';
    };

/** One thing that went between workspace and assistant, newest first. */
export type Traffic = {
  readonly number: number;
  readonly direction: 'to-assistant' | 'from-assistant';
  /** An event, command, action or method. */
  readonly name: string;
  /** Milliseconds until it was acknowledged or answered; absent while that is open. */
  readonly ms?: number | undefined;
  /** `ok`, or the error of the workspace. */
  readonly result?: string | undefined;
  /** Pretty JSON. */
  readonly content: string;
};

/** A workspace in memory that a page shows, and acts in as one of its persons. */
export interface Playground {
  readonly persons: readonly PlaygroundPerson[];
  readonly samples: readonly Sample[];
  /** What this person sees; nothing where there is no such person or place. */
  look(person: string, place: string, thread?: string): Scene | undefined;
  /** Where a person starts. */
  home(person: string): string | undefined;
  /** Does it and resolves when the assistant has dealt with it. A text that begins with a slash is a command. */
  act(person: string, act: Act): Promise<Done>;
  /** The newest hundred. */
  traffic(): readonly Traffic[];
}

/** A case to try: what to say, where, as whom, in both languages. */
export type Sample = {
  readonly id: string;
  readonly title: Bilingual;
  readonly text: Bilingual;
  /** By language, because the assistant answers a person in theirs. */
  readonly person: Readonly<Record<Language, string>>;
  readonly place: Readonly<Record<Language, string>>;
};
