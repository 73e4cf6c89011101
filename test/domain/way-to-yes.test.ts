import { describe, expect, test } from 'vitest';
import { assessCampaign } from '#domain/assessment.ts';
import { saidByPerson, valuesOf, type Facts, type FactValue } from '#domain/fact.ts';
import { settle } from '#domain/settle.ts';
import { applyChanges, waysToYes } from '#domain/way-to-yes.ts';
import { knowledge, muster, today } from '../samples.ts';

const coldMail = {
  channels: ['email'],
  elements: ['none'],
  message_content: 'advertising',
  audience: ['businesses'],
  recipients: ['without_consent'],
  business_addresses: ['company_mailbox'],
};

const call = {
  channels: ['phone_call'],
  elements: ['none'],
  message_content: 'advertising',
  audience: ['businesses', 'consumers'],
  recipients: ['own_buyers'],
  phone_permission: 'presumed_business_interest',
};

function factsOf(markets: readonly string[], said: Readonly<Record<string, FactValue>>): Facts {
  const { practice } = muster;
  const person = { ...said, markets };
  const nothing = { request: {}, readings: {}, touched: [], isCampaign: false, trustText: false };
  return settle(knowledge.facts, { ...nothing, person, practice }, today);
}

function waysFrom(facts: Facts) {
  return waysToYes(knowledge, facts, today, assessCampaign(knowledge, facts, today));
}

describe('a market may be left out', () => {
  test('where the others are better off, and comes after all mending', () => {
    const ways = waysFrom(factsOf(['FR', 'DE'], coldMail));

    const last = ways.at(-1);
    expect(last?.isPart).toBe(true);
    expect(last?.changes).toMatchObject([{ fact: 'markets', value: ['FR'], leaves: ['DE'] }]);
    expect(last?.verdict).toBe('allowed');
    expect(ways.slice(0, -1).filter((way) => way.isPart)).toEqual([]);
  });

  test('but never the only one', () => {
    const ways = waysFrom(factsOf(['DE'], coldMail));

    expect(ways.flatMap((way) => way.changes).map(({ fact }) => fact)).not.toContain('markets');
  });

  test('and never all of them, where each says no', () => {
    const left = waysFrom(factsOf(['DE', 'AT', 'ES'], coldMail))
      .flatMap((way) => way.changes)
      .filter(({ fact }) => fact === 'markets');

    expect(left.filter(({ value }) => [value].flat().length === 0)).toEqual([]);
  });

  test('where nobody has written its rules down', () => {
    const letter = { channels: ['post'], elements: ['none'], recipients: ['own_buyers'] };
    const [way] = waysFrom(factsOf(['DE', 'other'], letter));

    expect(way?.changes).toMatchObject([{ fact: 'markets', value: ['DE'] }]);
    expect(way?.verdict).toBe('allowed');
  });
});

describe('a list may be split', () => {
  test('so that only the people remain who may be addressed, after all mending', () => {
    const ways = waysFrom(factsOf(['DE'], call));

    const last = ways.at(-1);
    expect(last?.isPart).toBe(true);
    expect(last?.changes).toMatchObject([{ fact: 'audience', value: ['businesses'] }]);
    expect(last?.verdict).toBe('allowed');
  });

  test('several parts at once where that is needed', () => {
    const facts = factsOf(['DE'], {
      ...coldMail,
      recipients: ['consented_double_opt_in', 'objected', 'consent_flawed'],
    });
    const left = waysFrom(facts)
      .flatMap((way) => way.changes)
      .filter(({ fact, leaves }) => fact === 'recipients' && leaves);

    expect(left.map(({ value }) => value)).toContainEqual(['consented_double_opt_in']);
  });

  test('without forgetting what the text left unclear', () => {
    const facts = factsOf(['DE'], {});
    const read = {
      ...saidByPerson(['own_buyers', 'objected']),
      unclear: ['purchased'],
    };
    const changes = [
      {
        fact: 'recipients',
        value: ['own_buyers'],
        leaves: ['objected'],
        do: { de: '-', en: '-' },
      },
    ];
    const { recipients } = applyChanges({ ...facts, recipients: read }, changes);

    expect(valuesOf(recipients)).toEqual(['own_buyers']);
    expect(recipients?.unclear).toEqual(['purchased']);
  });
});
