import { citedBy } from '#domain/provision/instrument.ts';

const eu = citedBy('EU', 'articles');
const act = citedBy('EU', 'numbered');
const german = citedBy('DE', 'sections');
const grundgesetz = citedBy('DE', 'articles');
const austrian = citedBy('AT', 'sections');
const swiss = citedBy('CH', 'articles');
const ukAct = citedBy('UK', 'uk-act');
const adCode = citedBy('UK', 'ad-code');
const french = citedBy('FR', 'articles');
const italian = citedBy('IT', 'articles');
const spanish = citedBy('ES', 'articles');
const us = citedBy('US', 'us');
const usAct = citedBy('US', 'in-code');
const code = citedBy('US', 'code');
const state = citedBy('US', 'state');
const usName = citedBy('US', 'name');
const usPaper = citedBy('US', 'document');
const euPaper = citedBy('EU', 'document');
const dePaper = citedBy('DE', 'document');
const atPaper = citedBy('AT', 'document');
const chPaper = citedBy('CH', 'document');
const ukPaper = citedBy('UK', 'document');
const paper = citedBy('any', 'document');

const yearly = { number: /\d{1,2}\/20\d\d/ };
const bill = { number: /(?:SB|AB|HB|LD|PA|S\.|H\.R\.|EO) ?\d{1,5}(?:-\d{1,5})?/ };
const cjeu = { number: /[Cc]-\d{1,4}\/\d\d(?: P(?![a-z]))?/, bare: true };
const generalCourt = { number: /T-\d{1,4}\/\d\d/, bare: true };
const bgh = { number: /(?:[IVX]{1,5} Z[RB]|[1-6] StR) \d{1,5}\/\d\d/, bare: true };
const highCourt = { number: /\d{1,2} [A-Z][A-Za-z]{1,3} \d{1,5}\/\d\d/ };
const adminCourt = { number: /\d{1,2} [A-Z] \d{1,4}\.\d\d/ };
const chamber = {
  number: /[A-ZÄÖÜ][A-Za-zÄÖÜäöüß-]{1,20}(?: [IVX]{1,3})? \d{1,3} [A-Z][A-Za-z]{0,3} \d{1,5}\/\d\d/,
};
const ukCourt = {
  number: /\[20\d\d\] (?:EWCA Civ|EWHC|UKSC|UKUT|UKFTT) \d{1,4}(?: \([A-Z][A-Za-z]{1,4}\))?/,
  bare: true,
};

/** Every instrument the product can cite. Names that several countries use carry their country. */
export const instruments = {
  gdpr: eu({ en: 'GDPR', de: 'DSGVO' }, 'EU GDPR|EU-DSGVO|DS-GVO|GPDR|DSVGO', {
    act: '2016/679',
    definitions: '4',
    ends: { article: 99, recital: 173, 'Art. 6(1)': 'f' },
  }),
  'ai-act': eu({ en: 'AI Act', de: 'KI-VO' }, 'EU AI Act|KI-Verordnung|KI-Gesetz|AIA', {
    act: '2024/1689',
    definitions: '3',
    ends: { article: 113, recital: 180 },
  }),
  dsa: eu('DSA', 'Digital Services Act|Gesetz über digitale Dienste', {
    act: '2022/2065',
    ends: { article: 93, recital: 156 },
  }),
  dma: eu('DMA', 'Digital Markets Act', {
    act: '2022/1925',
    definitions: '2',
    ends: { article: 54 },
  }),
  'data-act': eu('Data Act', '', { act: '2023/2854', definitions: '2', ends: { article: 50 } }),
  eprivacy: eu(
    { en: 'ePrivacy', de: 'ePrivacy-RL' },
    'ePrivacy Directive|ePrivacy-Richtlinie|E-Privacy|E-Privacy-Richtlinie',
    {
      act: '2002/58',
      ends: { article: 21, recital: 49 },
    },
  ),
  ucpd: eu({ en: 'UCPD', de: 'UGP-RL' }, 'UGP-Richtlinie', { act: '2005/29' }),
  crd: eu({ en: 'CRD', de: 'VRRL' }, 'Consumer Rights Directive', { act: '2011/83' }),
  ttpa: eu({ en: 'TTPA', de: 'TTPW-VO' }, '', { act: '2024/900', definitions: '3' }),
  gpsr: eu('GPSR', '', { act: '2023/988', definitions: '3', ends: { article: 52 } }),
  charter: eu({ en: 'EU Charter', de: 'GRCh' }, 'GRC', { ends: { article: 54 } }),
  tfeu: eu({ en: 'TFEU', de: 'AEUV' }),
  regulation: act({ en: 'Regulation', de: 'Verordnung' }, 'Reg.|VO'),
  directive: act({ en: 'Directive', de: 'Richtlinie' }, 'RL'),
  decision: act({ en: 'Decision', de: 'Beschluss' }),

  uwg: german('UWG', 'dUWG', { ends: { section: 20 } }),
  tdddg: german('TDDDG', 'TTDSG', { ends: { section: 30 } }),
  ddg: german('DDG'),
  bdsg: german('BDSG', '', { ends: { section: 86 } }),
  bgb: german('BGB', '', { ends: { section: 2385 } }),
  egbgb: grundgesetz('EGBGB'),
  gg: grundgesetz('GG', 'Grundgesetz', { ends: { article: 146 } }),
  kug: german('KUG', 'KunstUrhG'),
  urhg: german('UrhG'),
  agg: german('AGG', '', { ends: { section: 33 } }),
  betrvg: german('BetrVG'),
  mstv: german('MStV', 'Medienstaatsvertrag'),
  jmstv: german('JMStV'),
  pangv: german('PAngV'),
  bfsg: german('BFSG'),
  'ki-mig': german('KI-MIG'),
  einwv: german('EinwV'),
  markeng: german('MarkenG'),
  geschgehg: german('GeschGehG'),
  hwg: german('HWG'),
  stgb: german('StGB'),
  gewo: german('GewO'),
  uklag: german('UKlaG'),
  tkg: german('TKG'),

  'uwg-at': austrian('UWG-AT', 'öUWG|UWG (Austria)|UWG (Österreich)|österreichisches UWG'),
  'dsg-at': austrian('DSG-AT', 'DSG|öDSG|DSG (Austria)|DSG (Österreich)|österreichisches DSG'),
  'urhg-at': austrian('UrhG-AT', 'öUrhG|UrhG (Austria)|UrhG (Österreich)'),
  'gewo-at': austrian('GewO-AT', 'GewO 1994|GewO (Austria)|GewO (Österreich)'),
  'kschg-at': austrian('KSchG-AT', 'KSchG'),
  'tkg-2021': austrian('TKG 2021', 'TKG (Austria)|TKG (Österreich)'),
  ecg: austrian('ECG'),
  medieng: austrian('MedienG'),
  'amd-g': austrian('AMD-G'),
  prag: austrian('PrAG'),
  fagg: austrian('FAGG'),
  abgb: austrian('ABGB'),
  arbvg: austrian('ArbVG'),
  avrag: austrian('AVRAG'),
  glbg: austrian('GlBG'),
  kog: austrian('KOG'),
  vstg: austrian('VStG'),
  'dsfa-v': austrian('DSFA-V'),
  'dsfa-av': austrian('DSFA-AV'),

  'dsg-ch': swiss('DSG-CH', 'DSG|revDSG|nDSG|FADP|DSG (Schweiz)|DSG (Switzerland)|Swiss DSG', {
    ends: { article: 74 },
  }),
  'dsv-ch': swiss('DSV-CH', 'DSV'),
  'uwg-ch': swiss('UWG-CH', 'UWG|UWG (Schweiz)|UWG (Switzerland)|Swiss UWG|Schweizer UWG'),
  pbv: swiss('PBV'),
  fmg: swiss('FMG'),
  or: swiss('OR', 'Obligationenrecht'),
  zgb: swiss('ZGB'),
  'stgb-ch': swiss('StGB-CH', 'StGB'),
  'bv-ch': swiss('BV-CH', 'BV|Bundesverfassung'),
  glg: swiss('GlG'),
  behig: swiss('BehiG'),
  'argv-3': swiss('ArGV 3'),
  mitwg: swiss('MitwG', 'Mitwirkungsgesetz'),

  'uk-gdpr': citedBy('UK', 'articles')({ en: 'UK GDPR', de: 'UK-DSGVO' }, '', { definitions: '4' }),
  pecr: citedBy('UK', 'uk-rules')('PECR', 'PECR 2003'),
  'dpa-2018': ukAct('DPA 2018', 'DPA|Data Protection Act 2018|Data Protection Act'),
  'duaa-2025': ukAct('DUAA 2025', 'DUAA|Data (Use and Access) Act 2025'),
  'dmcc-act': ukAct('DMCC Act', 'DMCCA|DMCC Act 2024|DMCC'),
  'online-safety-act': ukAct('Online Safety Act', 'Online Safety Act 2023|OSA'),
  'communications-act': ukAct('Communications Act 2003'),
  'sexual-offences-act': ukAct('Sexual Offences Act 2003'),
  'equality-act': ukAct('Equality Act', 'Equality Act 2010'),
  'cap-code': adCode('CAP Code'),
  'bcap-code': adCode('BCAP Code'),

  cpce: french('CPCE', 'Code des postes et des communications électroniques'),
  lil: french('Loi Informatique et Libertés', 'LIL'),
  'code-consommation': french('Code de la consommation'),
  'code-sante': french('Code de la santé publique'),
  'loi-2023-451': french('Loi 2023-451', 'Law 2023-451'),
  'codice-privacy': italian('Codice Privacy', 'D.Lgs. 196/2003'),
  'codice-penale': italian('Codice penale'),
  'legge-132-2025': italian('Legge 132/2025', 'Law 132/2025'),
  'legge-5-2018': italian('Legge 5/2018', 'Law 5/2018'),
  'dpr-26-2022': italian('D.P.R. 26/2022'),
  lssi: spanish('LSSI', 'Ley 34/2002'),
  lgtel: spanish('LGTel', 'Ley 11/2022'),
  lopdgdd: spanish('LOPDGDD', 'Ley Orgánica 3/2018'),
  'ley-10-2025': spanish('Ley 10/2025'),
  telecommunicatiewet: citedBy('NL', 'articles')('Telecommunicatiewet', 'Tw'),

  ccpa: us('CCPA', 'CPRA|CCPA/CPRA', {
    homes: { 'Cal. Civ. Code': /^1798\.1\d\d/ },
    ends: { section: 1798.199 },
  }),
  'ccpa-regs': us('CCPA Regs', 'CCPA Regulations|11 CCR'),
  'cal-civ-code': us('Cal. Civ. Code', 'California Civil Code'),
  'cal-bus-code': us('Cal. Bus. & Prof. Code'),
  'cal-penal-code': us('Cal. Penal Code', 'CIPA'),
  'cal-labor-code': us('Cal. Labor Code'),
  'ftc-act': us('FTC Act'),
  'lanham-act': us('Lanham Act'),
  'can-spam': usAct('CAN-SPAM', 'CAN-SPAM Act', { homes: { '15 USC': /^77(?:0\d|1[0-3])$/ } }),
  tcpa: usAct('TCPA', '', { homes: { '47 USC': /^227$/ } }),
  coppa: usAct('COPPA', 'COPPA Rule', {
    homes: { '16 CFR': /^312(?:$|\.)/, '15 USC': /^650[1-6]$/ },
  }),
  rosca: usAct('ROSCA', '', { homes: { '15 USC': /^840[1-5]$/ } }),
  vppa: usAct('VPPA', '', { homes: { '18 USC': /^2710$/ } }),
  hipaa: usAct('HIPAA', '', { homes: { '45 CFR': /^16[0-4](?:$|\.)/ } }),
  bipa: usAct('BIPA', '', { homes: { '740 ILCS': /^14(?:$|\/)/ } }),
  mhmda: usAct('MHMDA', 'My Health My Data Act', { homes: { RCW: /^19\.373(?:$|\.)/ } }),
  '15-usc': code('15 USC', '15 U.S.C.'),
  '18-usc': code('18 USC', '18 U.S.C.'),
  '29-usc': code('29 USC', '29 U.S.C.'),
  '42-usc': code('42 USC', '42 U.S.C.'),
  '47-usc': code('47 USC', '47 U.S.C.'),
  '12-cfr': code('12 CFR', '12 C.F.R.'),
  '16-cfr': code('16 CFR', '16 C.F.R.'),
  '45-cfr': code('45 CFR', '45 C.F.R.'),
  '47-cfr': code('47 CFR', '47 C.F.R.'),
  '740-ilcs': code('740 ILCS'),
  rcw: code('RCW'),
  'va-code': state('Va. Code'),
  'colo-rev-stat': state('C.R.S.', 'CRS|Colo. Rev. Stat.'),
  'tex-bus-code': state('Tex. Bus. & Com. Code'),
  'conn-gen-stat': state('Conn. Gen. Stat.'),
  'md-com-law': state('Md. Com. Law', 'Md. Code, Com. Law'),
  'ny-gen-bus-law': state('N.Y. Gen. Bus. Law', 'NY Gen. Bus. Law|NY GBL'),
  'ny-civ-rights-law': state('N.Y. Civ. Rights Law', 'NY Civ. Rights Law'),
  'tenn-code': state('Tenn. Code'),
  'utah-code': state('Utah Code'),
  california: usPaper('California', '', bill),
  colorado: usPaper('Colorado', '', bill),
  connecticut: usPaper('Connecticut', '', bill),
  maine: usPaper('Maine', '', bill),
  maryland: usPaper('Maryland', '', bill),
  texas: usPaper('Texas', '', bill),
  utah: usPaper('Utah', '', bill),
  us: usPaper('US', '', bill),
  'no-fakes-act': usName('NO FAKES Act'),
  'state-biometric-laws': usName('State biometric laws'),
  'state-privacy-laws': usName('State privacy laws'),
  'state-opt-out-laws': usName('State opt-out signal laws'),
  'state-sensitive-data-laws': usName('State sensitive data laws'),
  'state-teen-laws': usName('State teen advertising laws'),
  'state-chatbot-laws': usName('State chatbot laws'),
  'state-pricing-laws': usName('State personalised pricing laws'),

  cjeu: euPaper({ en: 'CJEU', de: 'EuGH' }, 'ECJ', cjeu),
  'general-court': euPaper({ en: 'General Court', de: 'EuG' }, '', generalCourt),
  bgh: dePaper('BGH', '', bgh),
  bverwg: dePaper('BVerwG', '', adminCourt),
  bag: dePaper('BAG', '', highCourt),
  olg: dePaper('OLG', '', chamber),
  lg: dePaper('LG', '', chamber),
  ogh: atPaper('OGH', '', { number: /\d{1,2} Ob ?\d{1,4}\/\d\d[a-z]/ }),
  vwgh: atPaper('VwGH', '', { number: /(?:R[ao] )?\d{4}\/\d\d\/\d{4}/ }),
  bvwg: atPaper('BVwG', '', { number: /W\d{3} \d{7}-\d/ }),
  bge: chPaper('BGE', '', { number: /\d{2,3} [IVX]{1,3} \d{1,4}/ }),
  'uk-judgment': ukPaper('', '', ukCourt),

  'edpb-guidelines': euPaper(
    { en: 'EDPB Guidelines', de: 'EDSA-Leitlinien' },
    'EDPB-Leitlinien',
    yearly,
  ),
  'edpb-opinion': euPaper({ en: 'EDPB Opinion', de: 'EDSA-Stellungnahme' }, '', yearly),
  wp29: euPaper('WP29', '', { number: /WP\d{2,3}(?: rev\.01)?/ }),
  com: euPaper('COM', '', { number: /\(20\d\d\) \d{1,4}/ }),
  'european-commission': euPaper({ en: 'European Commission', de: 'EU-Kommission' }),
  'digital-fairness-act': citedBy('EU', 'name')('Digital Fairness Act'),
  'eu-hleg': euPaper('EU HLEG'),
  dsk: dePaper('DSK'),
  wettbewerbszentrale: dePaper('Wettbewerbszentrale'),
  werberat: dePaper('Deutscher Werberat'),
  ddv: dePaper('DDV'),
  bvdw: dePaper('BVDW'),
  zaw: dePaper('ZAW'),
  dsb: atPaper('DSB'),
  rtr: atPaper('RTR'),
  'werberat-at': atPaper('Österreichischer Werberat'),
  fdpic: chPaper({ en: 'FDPIC', de: 'EDÖB' }),
  bundesrat: chPaper({ en: 'Swiss Federal Council', de: 'Schweizer Bundesrat' }),
  slk: chPaper('SLK'),
  ico: ukPaper('ICO'),
  cma: ukPaper('CMA'),
  cap: ukPaper('CAP Note'),
  'uk-government': ukPaper('UK Government'),
  'advertising-association': ukPaper('Advertising Association'),
  'passing-off': citedBy('UK', 'name')('Passing off'),
  cnil: citedBy('FR', 'document')('CNIL'),
  aepd: citedBy('ES', 'document')('AEPD'),
  agcom: citedBy('IT', 'document')('AGCOM'),
  ftc: usPaper('FTC'),
  fcc: usPaper('FCC'),
  calprivacy: usPaper('CalPrivacy'),
  nist: usPaper('NIST'),
  'icc-code': citedBy('any', 'articles')('ICC Code'),
  icc: paper('ICC'),
  wfa: paper('WFA'),
  iab: paper('IAB'),
  easa: paper('EASA'),
  oecd: paper('OECD'),
  unesco: paper('UNESCO'),
  'council-of-europe': paper({ en: 'Council of Europe', de: 'Europarat' }),
  'iso-iec': paper('ISO/IEC'),
  policy: citedBy('any', 'policy')(
    { en: 'Policy', de: 'Richtlinie' },
    'Company Policy|Ethics Policy',
  ),
};

/** The id of one instrument. */
export type InstrumentId = keyof typeof instruments;

/** The ids of all instruments, in the order in which those that share a name are tried. */
export const instrumentIds: readonly InstrumentId[] = Object.keys(instruments).filter(
  (id): id is InstrumentId => Object.hasOwn(instruments, id),
);
