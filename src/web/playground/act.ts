import type { Act, Done, Playground, Scene } from '#assistant/playground.ts';
import type { Language } from '#domain/language.ts';
import { addressOf, spotOf, type Spot } from '#web/playground/addresses.ts';
import { fieldName } from '#web/playground/field.ts';
import { fieldsOf, filledIn, hasComplaint, type Filled } from '#web/playground/form.ts';
import { messageId } from '#web/playground/message.ts';
import type { Stage, Trouble } from '#web/playground/stage.ts';
import { words, type Refusal } from '#web/playground/words.ts';

/** The longest message that Slack takes from a person. */
export const charactersMax = 40_000;

/** Where to go after a form was sent, or what to show instead. */
export type Outcome =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'done'; readonly address: string }
  | { readonly kind: 'refused'; readonly status: Status; readonly stage: Stage };

type Status = 400 | 409 | 413 | 422;

/** A form as it was sent. */
export type Sent = {
  readonly playground: Playground;
  readonly person: string;
  readonly form: URLSearchParams;
  readonly language: Language;
};

/** Does what a form of the page asks for, as one of the persons. */
export async function dealWith(sent: Sent): Promise<Outcome> {
  const { playground, person, form, language } = sent;
  if (!playground.persons.some(({ id }) => id === person)) return unknown;
  const spot = { person, place: form.get('place') ?? '', thread: form.get('thread') ?? undefined };
  switch (form.get('kind') ?? '') {
    case 'say':
      return say(sent, spot, plain(form.get('text') ?? ''));
    case 'sample': {
      const sample = playground.samples.find(({ id }) => id === form.get('sample'));
      if (!sample || sample.person[language] !== person) return unknown;
      return say(sent, { person, place: sample.place[language] }, sample.text[language]);
    }
    case 'press':
      return perform(sent, spot, {
        kind: 'press',
        place: spot.place,
        message: form.get('message') ?? '',
        control: form.get('control') ?? '',
        values: form.getAll('value').filter((value) => value !== ''),
      });
    case 'submit':
      return submit(sent, spot);
    case 'dismiss':
      return perform(sent, spot, { kind: 'dismiss', view: form.get('view') ?? '' });
    default:
      return unknown;
  }
}

const unknown: Outcome = { kind: 'unknown' };

async function say(sent: Sent, spot: Spot, text: string): Promise<Outcome> {
  const { place, thread } = spot;
  if (text.length <= charactersMax)
    return perform(sent, spot, { kind: 'say', place, thread, text });
  const scene = look(sent, spot);
  return scene
    ? refused(sent, scene, 413, { at: columnOf(spot), told: words[sent.language].tooLong, text })
    : unknown;
}

/** As in Slack, a form is not sent while something is missing; what was filled in stays in any case. */
async function submit(sent: Sent, spot: Spot): Promise<Outcome> {
  const { form } = sent;
  const scene = look(sent, spot);
  const id = form.get('view') ?? '';
  if (!scene) return unknown;
  if (scene.view?.id !== id)
    return refused(sent, scene, 409, troubleOf('no-such-view', spot, sent));

  const filled: Filled = Object.fromEntries(
    fieldsOf(scene.view).map((field) => [field.id, valuesIn(form, fieldName(field.id))]),
  );
  const checked = filledIn(scene.view, filled, (field) =>
    field.isOptional || filled[field.id]?.length !== 0
      ? undefined
      : words[scene.person.language].required,
  );
  if (hasComplaint(checked)) return refused(sent, { ...scene, view: checked }, 422);

  const outcome = await perform(sent, spot, { kind: 'submit', view: id, values: filled });
  const after = look(sent, spot);
  if (after?.view?.id !== id || !hasComplaint(after.view)) return outcome;
  const view = filledIn(after.view, filled, ({ complaint }) => complaint);
  return refused(sent, { ...after, view }, 422);
}

async function perform(sent: Sent, spot: Spot, act: Act): Promise<Outcome> {
  const before = look(sent, spot);
  if (!before) return unknown;
  const done = await sent.playground.act(spot.person, act);
  const after = look(sent, done.ok ? destination(done, spot) : spot);
  if (!after) return unknown;
  if (done.ok) return { kind: 'done', address: addressAfter(act, before, after) };
  if (done.why === 'no-such-place') return unknown;
  const isUnchosen = done.why === 'empty' && act.kind !== 'say';
  const trouble = isUnchosen
    ? { at: 'stage' as const, told: words[sent.language].chooseFirst }
    : troubleOf(done.why, spot, sent);
  return refused(sent, after, done.why === 'empty' ? 400 : 409, trouble);
}

/** A thread stays open unless the act leads elsewhere. */
function destination({ place, thread }: Extract<Done, { ok: true }>, spot: Spot): Spot {
  const same = place === spot.place ? spot.thread : undefined;
  return { person: spot.person, place, thread: thread ?? same };
}

/** The place after an act, at the first message that is new, else at the one that was pressed. */
function addressAfter(act: Act, before: Scene, after: Scene): string {
  const known = new Set(
    [...before.messages, ...(before.thread?.messages ?? [])].map(({ id }) => id),
  );
  const isSamePlace = before.place.id === after.place.id;
  const standing = [
    ...(after.thread?.messages ?? []).map(({ id }) => ({ id, column: 'thread' as const })),
    ...after.messages.map(({ id }) => ({ id, column: 'place' as const })),
  ];
  const pressed = act.kind === 'press' ? act.message : undefined;
  const target = isSamePlace
    ? (standing.find(({ id }) => !known.has(id)) ?? standing.find(({ id }) => id === pressed))
    : standing.at(-1);
  const fragment = target ? `#${messageId(target.column, target.id)}` : '';
  return `${addressOf(spotOf(after))}${fragment}`;
}

function look({ playground }: Sent, { person, place, thread }: Spot): Scene | undefined {
  return playground.look(person, place, thread);
}

function refused(sent: Sent, scene: Scene, status: Status, trouble?: Trouble): Outcome {
  const { language, playground } = sent;
  return { kind: 'refused', status, stage: { language, playground, scene, trouble } };
}

function troubleOf(why: Refusal, spot: Spot, { language }: Sent): Trouble {
  return { at: why === 'empty' ? columnOf(spot) : 'stage', told: words[language].refused[why] };
}

function columnOf({ thread }: Spot): 'place' | 'thread' {
  return thread === undefined ? 'place' : 'thread';
}

function valuesIn(form: URLSearchParams, name: string): readonly string[] {
  return form
    .getAll(name)
    .map(plain)
    .filter((value) => value.trim() !== '');
}

/** A browser sends line breaks as two characters. */
function plain(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
