import { expect, test } from 'vitest';
import { answer } from '#assistant/answer.ts';
import { aDecision, anAnswer, anOp, theOtherKinds } from '../contracts/entries.ts';
import { aRequest, knowledge, readerOf } from '../samples.ts';
import { aBrief, aLog, coldMail } from './a-log.ts';

test('a case tells what was asked, what came out, why, and how it becomes possible', async () => {
  const log = aLog();
  const { reference } = await log.ask();

  const { status, text, source } = await log.get(`/log/${reference}`);

  expect(status).toBe(200);
  expect(text).toContain('Je Markt Deutschland: Nicht erlaubt');
  expect(text).toContain('Geprüft nach dem Stand vom 23.11.2026');
  expect(text).toContain('Freigabe Rot: Compliance-Leitung');
  expect(text).toContain(`Gefragt wurde ${aBrief}`);
  expect(text).toContain('Geantwortet wurde Nein, so nicht.');
  expect(text).toContain('Verletzt (1)');
  expect(text).toContain('(Hindernis · Deutschland)');
  expect(text).toContain('Prüfpunkte treffen auf diese Kampagne nicht zu.');
  expect(text).toContain('§ 7 Abs. 2 Nr. 2 UWG');
  expect(source).toContain('href="https://www.gesetze-im-internet.de/uwg_2004/__7.html"');
  expect(text).toContain('So wird es möglich');
  expect(text).toContain('Danach:');
});

test('each fact says in words what is known, where from, and whether it is confirmed', async () => {
  const log = aLog();
  const { reference } = await log.ask();

  const { text } = await log.get(`/log/${reference}`);

  expect(text).toContain('E-Mail oder Newsletter (vielleicht noch mehr) unklar ist: SMS');
  expect(text).toContain('gelesen: „per E-Mail“ nein');
  expect(text).toContain('Deutschland (nur das) mit der Anfrage angegeben ja');
  expect(text).toMatch(/Angenommen, weil es im Firmenprofil steht \(\d+\)/);
  expect(text).toContain('ja, in jeder Nachricht aus dem Firmenprofil ja');
});

test('a case is told in English as well', async () => {
  const log = aLog();
  const { reference } = await log.ask();

  const { text } = await log.get(`/log/${reference}`, 'en');

  expect(text).toContain('By market Germany: Not allowed');
  expect(text).toContain('Breached (1)');
  expect(text).toContain('read: "per E-Mail"');
  expect(text).toContain('UWG §7(2) Nr. 2');
});

test('a reference is read as people type it', async () => {
  const log = aLog();
  const { reference } = await log.ask();

  const typed = reference.toLowerCase().replaceAll('-', '');

  expect((await log.get(`/log/${typed}`)).text).toContain(reference);
});

test.for(['EC-2026-0000-0000', 'nonsense', '%3Cscript%3E', '..%2Fkek'])(
  'the reference %s that nobody has given leads to a sentence with what to do',
  async (reference) => {
    const log = aLog();
    await log.ask();

    const { status, text, source } = await log.get(`/log/${reference}`);

    expect(status).toBe(404);
    expect(text).toContain('gibt es im Protokoll nicht. Vergleichen Sie das Aktenzeichen');
    expect(source).not.toContain('<script>');
  },
);

test('a conversation can be followed forwards, backwards and to its judgement', async () => {
  const log = aLog();
  const first = await log.ask();
  const second = await log.ask({ follows: first.op });
  const third = await log.ask({ follows: second.op });
  const judgement = await log.append({
    ...(theOtherKinds().find(({ kind }) => kind === 'review') ?? anAnswer()),
    kind: 'review',
    body: { case: 'case-1', decision: second.op, action: 'released' },
    private: { reply: 'Bitte nur an Bestandskunden.' },
  });

  const { source, text } = await log.get(`/log/${second.reference}`);

  const related = text.slice(text.indexOf('Was dazugehört'));
  expect(related).toMatch(new RegExp(`Davor im selben Gespräch ${first.reference}`));
  expect(related).toMatch(new RegExp(`Danach im selben Gespräch ${third.reference}`));
  expect(related).toMatch(new RegExp(`Entscheidungen dazu ${judgement.reference}.*Freigegeben`));
  expect(source).toContain(`href="/log/${first.reference}"`);
  const review = await log.get(`/log/${judgement.reference}`);
  expect(review.text).toContain('Was geschah Freigegeben');
  expect(review.text).toContain('Antwort an die fragende Person Bitte nur an Bestandskunden.');
  expect(review.source).toContain(`href="/log/${second.reference}"`);
});

test('what today knows nothing of is shown by its id', async () => {
  const log = aLog();
  const { reference } = await log.append(aDecision());

  const { status, text } = await log.get(`/log/${reference}`);

  expect(status).toBe(200);
  expect(text).toContain('uwg-7-email-consent (gibt es im heutigen Stand nicht mehr)');
  expect(text).toContain('prior_consent (gibt es im heutigen Stand nicht mehr)');
  expect(text).toContain('§ 7 Abs. 2 Nr. 2 UWG – de/uwg/7#2-2');
  expect(text).toContain('Entschieden wurde mit einem anderen Stand der Wissensbasis');
  expect(text).toContain('nicht im Protokoll');
});

test('a case of a knowledge base that is gone altogether is still a page', async () => {
  const bare = {
    ...knowledge,
    facts: new Map(),
    controls: [],
    passages: new Map(),
    packs: new Map(),
    version: 'f'.repeat(64),
  };
  const log = aLog({ knowledge: bare });
  const { reference } = await log.ask();

  const { status, text } = await log.get(`/log/${reference}`);

  expect(status).toBe(200);
  expect(text).toContain('Entschieden wurde mit einem anderen Stand');
  expect((await log.get('/log')).status).toBe(200);
});

test('erased texts are said to be erased, and the rest of the case stays', async () => {
  const log = aLog();
  const { reference } = await log.ask();
  await log.ledger.forget('U1');

  const { text } = await log.get(`/log/${reference}`);

  expect(text).toContain('Die Texte dieses Eintrags sind gelöscht oder gesperrt.');
  expect(text).not.toContain(aBrief);
  expect(text).toContain('Verletzt (1)');
});

test('an answer to a question shows its sources, and one out of scope says so', async () => {
  const passage = [...knowledge.passages.values()].find(({ pack }) => pack === 'de');
  if (!passage) throw new Error('no passage');
  const found = { passages: [passage], covered: true };
  const log = aLog({
    house: {
      library: { find: async () => found },
      reader: readerOf({}, { kind: 'rule-question', language: 'de' }),
    },
  });
  const answered = await log.ask({ kind: 'question', text: 'Was gilt für E-Mails?' });
  const outside = readerOf({}, { kind: 'out-of-scope', language: 'de' });
  const refused = await answer(
    aRequest({ op: anOp(), kind: 'question', text: 'Wie wird das Wetter?' }),
    { ...log.house, reader: outside },
  );

  const page = await log.get(`/log/${answered.reference}`);

  expect(page.text).toContain('Art Auskunft');
  expect(page.text).toContain(passage.title.de);
  expect((await log.get(`/log/${refused.reference}`)).text).toContain('Ergebnis Nicht das Thema');
});

test.for(theOtherKinds().map((entry) => ({ kind: entry.kind, entry })))(
  'an entry of the kind $kind has a page in words',
  async ({ entry }) => {
    const log = aLog();
    const { reference } = await log.append(entry);

    for (const language of ['de', 'en'] as const) {
      const { status, text } = await log.get(`/log/${reference}`, language);
      expect(status).toBe(200);
      expect(text).toContain(reference);
      expect(text).not.toContain('undefined');
      expect(text).not.toContain('[object');
    }
  },
);

test('what the asker was told beside the answer is told here too, in words', async () => {
  const [pack] = [...knowledge.packs.values()].filter(({ notCovered }) => notCovered.length > 0);
  const [topic] = pack?.notCovered ?? [];
  const given = aDecision();
  if (given.kind !== 'decision') throw new Error('not a decision');
  const notices = [
    'uncovered:FR',
    `not-covered:${pack?.id}/${topic?.id}`,
    'no-source:gdpr',
    'ahead:gone',
    'brand-new:x',
  ];
  const log = aLog();
  const { reference } = await log.append({ ...given, body: { ...given.body, notices } });

  const { text } = await log.get(`/log/${reference}`);

  expect(text).toContain('Für Frankreich lag kein Regelwerk vor');
  expect(text).toContain(`ein Mensch muss es ansehen: ${topic?.name.de}`);
  expect(text).toContain('Gefragt war nach DSGVO');
  expect(text).toContain('Bald ändert sich: gone');
  expect(text).toContain('brand-new:x');
});

test('no person and no name is shown, only the beginning of a pseudonym', async () => {
  const log = aLog();
  const { reference } = await log.append(anAnswer({ actor: 'U0ERIKA', second: 'U0SECOND' }));
  const [stored] = await log.ledger.read({});

  const { text, source } = await log.get(`/log/${reference}`);

  expect(source).not.toContain('U0ERIKA');
  expect(source).not.toContain('U0SECOND');
  expect(text).toContain(`Person ${stored?.entry.pseudonym.slice(0, 4)} (Pseudonym`);
});

test('hostile text in every place stays text', async () => {
  const evil = '<script>alert(1)</script><img src=x onerror=alert(2)>"\'`&amp;';
  const log = aLog({
    house: {
      reader: readerOf(
        { ...coldMail, recipients: { value: ['without_consent'], quote: evil } },
        { language: 'de', steering: [evil] },
      ),
    },
  });
  const { reference } = await log.ask({ text: `${aBrief} ${evil}` });

  const { source, text } = await log.get(`/log/${reference}`);

  expect(source).not.toContain('<script>alert');
  expect(source).not.toContain('<img');
  expect(text.split('<script>alert(1)</script>').length).toBeGreaterThan(3);
});

test('the proof on the page is the one that a stranger needs', async () => {
  const log = aLog();
  await log.append(anAnswer());
  const { reference } = await log.ask();
  await log.append(anAnswer());
  const [, stored] = await log.ledger.read({});
  const proof = await log.rooms.book.proofOf(1);

  const { text } = await log.get(`/log/${reference}`);

  expect(text).toContain('die Nummer 1 unter 3 Einträgen');
  for (const part of [proof.leaf, proof.root, ...proof.path, proof.vkey, stored?.line ?? '?']) {
    expect(text).toContain(part);
  }
  expect(text).toContain('docs/log-format.md');
});
