import { beforeAll, describe, expect, test } from 'vitest';
import type { House, Reader } from '#assistant/house.ts';
import type { Playground, Shown } from '#assistant/playground.ts';
import { Language } from '#domain/language.ts';
import { openPlayground } from '#playground/open.ts';
import { samples } from '#playground/samples.ts';
import { actionIds } from '#slack/action-ids.ts';
import { theReader } from '../language/readers.ts';
import { aHouse, recordingLedger } from '../samples.ts';
import { aDesk } from '../slack/a-workspace.ts';
import { aSetUpFor } from './a-server.ts';

/** What each sample promises a newcomer, after "all correct" where there is something to confirm. */
const promised: Readonly<Record<string, string>> = {
  customers: 'a rule',
  newsletter: 'allowed',
  'bought-addresses': 'not_allowed',
  'invented-woman': 'allowed_with_conditions',
  chatbot: 'needs_information',
};

const trained: { reader?: Reader } = {};

beforeAll(async () => {
  trained.reader = await theReader();
});

describe.for([...Language.options])('the samples, tried in %s', (language) => {
  test.for(samples.map(({ id }) => id))('%s ends as it should', async (id) => {
    const ledger = recordingLedger();
    const house = aHouse({ ledger, ...(trained.reader ? { reader: trained.reader } : {}) });
    const playground = await aPlayground(house);
    const sample = samples.find((one) => one.id === id);
    const person = sample?.person[language] ?? '';
    const place = sample?.place[language] ?? '';

    await playground.act(person, { kind: 'say', place, text: sample?.text[language] ?? '' });
    const card = cardsOf(playground, person).at(-1);
    const confirm = card && controlIn(card.shown);
    if (card && confirm !== undefined) {
      const message = card.shown.id;
      await playground.act(person, {
        kind: 'press',
        place: card.place,
        message,
        control: confirm,
        values: [],
      });
    }

    const [last] = ledger.entries
      .filter(({ kind }) => kind === 'decision' || kind === 'answer')
      .slice(-1);
    const verdict =
      last?.kind === 'decision' && last.body.asked === 'brief' ? last.body.verdict : 'a rule';
    expect(verdict).toBe(promised[id]);
    expect(last?.kind === 'decision' || last?.kind === 'answer' ? last.body.language : '').toBe(
      language,
    );
  });
});

async function aPlayground(house: House): Promise<Playground> {
  const desk = aDesk(house);
  const { playground } = await openPlayground(
    () => house,
    desk,
    aSetUpFor(house, desk),
    () => undefined,
  );
  return playground;
}

/** What the assistant shows this person, in every place and thread. */
function cardsOf(playground: Playground, person: string) {
  const home = playground.home(person) ?? '';
  const places = playground.look(person, home)?.places.map(({ id }) => id) ?? [];
  return places.flatMap((place) => {
    const { messages = [] } = playground.look(person, place) ?? {};
    const replies = messages.flatMap(
      ({ id }) => playground.look(person, place, id)?.thread?.messages ?? [],
    );
    return replies.filter(({ isAssistant }) => isAssistant).map((shown) => ({ place, shown }));
  });
}

function controlIn({ parts }: Shown): string | undefined {
  return parts
    .flatMap((part) => (part.kind === 'controls' ? part.controls : []))
    .find(({ id }) => id.includes(actionIds.confirm))?.id;
}
