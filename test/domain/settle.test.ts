import { describe, expect, test } from 'vitest';
import type { Fact } from '#domain/fact.ts';
import { settle, type Statements } from '#domain/settle.ts';
import { aFact } from './arbitrary.ts';

const today = '2026-11-23';

const catalog = new Map(
  [
    aFact('channels', 'choices', ['email', 'post']),
    {
      ...aFact('recipients', 'choices', ['own', 'bought', 'strangers']),
      options: aFact('recipients', 'choices', ['own', 'bought', 'strangers']).options.map(
        (option) => ({
          ...option,
          othersList: option.id === 'bought',
        }),
      ),
    },
    aFact('stop_link', 'form', ['shown', 'planned', 'left_out'], { standing: 'company' }),
    aFact('matched', 'yes-no', ['yes', 'no'], { standing: 'own-list' }),
    aFact('fine_print', 'yes-no', ['yes', 'no'], { alwaysAsk: true }),
    aFact('kind_of_mail', 'choice', ['ad', 'service'], { presume: 'ad' }),
    aFact('purpose', 'choice', ['ad', 'service'], {
      derive: [{ when: { kind: 'is', fact: 'recipients', values: ['strangers'] }, value: 'ad' }],
    }),
  ].map((fact) => [fact.id, fact] as const),
);

const practice = {
  stop_link: { value: 'shown', by: 'Lea', until: '2027-01-01' },
  matched: { value: 'yes', by: 'Lea', until: '2027-01-01' },
};

function read(value: Fact['value'], more: Partial<Fact> = {}): Fact {
  return { value, origin: 'text', confirmed: false, ...more };
}

function settled(statements: Partial<Statements>) {
  return settle(
    catalog,
    {
      person: {},
      request: {},
      readings: {},
      touched: [],
      isCampaign: false,
      practice: {},
      trustText: false,
      ...statements,
    },
    today,
  );
}

describe('a fact', () => {
  test('that a person has stated counts before all else', () => {
    const facts = settled({
      person: { stop_link: 'left_out' },
      practice,
      readings: { stop_link: read('shown') },
    });

    expect(facts['stop_link']).toEqual({ value: 'left_out', origin: 'person', confirmed: true });
  });

  test('that was only read is not confirmed', () => {
    expect(settled({ readings: { purpose: read('service') } })['purpose']?.confirmed).toBe(false);
  });

  test('that was read counts as confirmed where the author vouches for the text', () => {
    const facts = settled({ readings: { channels: read(['email']) }, trustText: true });

    expect(facts['channels']).toMatchObject({ confirmed: true, complete: true, origin: 'text' });
  });

  test('that is always asked is never confirmed by a text', () => {
    const facts = settled({ readings: { fine_print: read('yes') }, trustText: true });

    expect(facts['fine_print']?.confirmed).toBe(false);
  });

  test('of a parameter holds, and what the text adds joins it', () => {
    const facts = settled({
      request: { channels: ['email'] },
      readings: { channels: read(['post']) },
    });

    expect(facts['channels']).toMatchObject({
      value: ['email', 'post'],
      origin: 'request',
      complete: true,
    });
  });

  test('that follows from others is as weak as its weakest parent', () => {
    const fromPerson = settled({ person: { recipients: ['strangers'] } });
    const fromText = settled({ readings: { recipients: read(['strangers']) }, trustText: true });

    expect(fromPerson['purpose']).toEqual({ value: 'ad', origin: 'derived', confirmed: true });
    expect(fromText['purpose']).toEqual({ value: 'ad', origin: 'derived', confirmed: false });
  });
});

describe('what is presumed of a campaign', () => {
  test('holds unconfirmed until the text says something about it', () => {
    expect(settled({ isCampaign: true })['kind_of_mail']).toEqual({
      value: 'ad',
      origin: 'derived',
      confirmed: false,
    });
    expect(
      settled({ isCampaign: true, touched: ['kind_of_mail'] })['kind_of_mail'],
    ).toBeUndefined();
    expect(settled({ isCampaign: false })['kind_of_mail']).toBeUndefined();
  });
});

describe('standing practice', () => {
  test('counts as known while its confirmation lasts', () => {
    expect(settled({ practice })['stop_link']).toEqual({
      value: 'shown',
      origin: 'profile',
      confirmed: true,
    });
  });

  test('falls to unknown when its confirmation has run out', () => {
    const expired = { stop_link: { value: 'shown', by: 'Lea', until: '2026-11-22' } };

    expect(settled({ practice: expired })['stop_link']).toBeUndefined();
  });

  test('falls to unknown when the brief touches its topic without saying how it stands', () => {
    expect(settled({ practice, touched: ['stop_link'] })['stop_link']).toBeUndefined();
  });

  test('gives way when the brief says otherwise', () => {
    const facts = settled({ practice, readings: { stop_link: read('left_out') } });

    expect(facts['stop_link']).toMatchObject({ value: 'left_out', origin: 'text' });
  });

  test('stays when the brief says the same', () => {
    const facts = settled({ practice, readings: { stop_link: read('shown') } });

    expect(facts['stop_link']?.origin).toBe('profile');
  });

  test('about own lists does not speak for addresses that come from others', () => {
    const facts = settled({ practice, readings: { recipients: read(['bought']) } });

    expect(facts['matched']).toBeUndefined();
    expect(facts['stop_link']?.origin).toBe('profile');
  });

  test('never settles what is about one campaign', () => {
    const facts = settled({
      practice: { purpose: { value: 'service', by: 'Lea', until: '2027-01-01' } },
    });

    expect(facts['purpose']).toBeUndefined();
  });
});

describe('what a text may mean', () => {
  test('stays open beside what a parameter says', () => {
    const facts = settled({
      request: { channels: ['email'] },
      readings: { channels: read(['email'], { unclear: ['post'] }) },
    });

    expect(facts['channels']).toMatchObject({ value: ['email'], unclear: ['post'] });
  });

  test("is enough to take away what the profile says of the company's own lists", () => {
    const doubted = { recipients: read(['own'], { unclear: ['bought'] }) };

    expect(settled({ practice, readings: doubted })['matched']).toBeUndefined();
  });

  test('does not become certain by being derived, whoever read it', () => {
    const readings = { recipients: read(['strangers'], { origin: 'model' }) };

    expect(settled({ readings, trustText: true })['purpose']?.confirmed).toBe(false);
  });
});
