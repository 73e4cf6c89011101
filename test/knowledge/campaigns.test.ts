import { describe, expect, test } from 'vitest';
import { assessCampaign } from '#domain/assessment.ts';
import type { FactValue } from '#domain/fact.ts';
import { settle } from '#domain/settle.ts';
import { waysToYes } from '#domain/way-to-yes.ts';
import { nobody } from '#knowledge/company.ts';
import { knowledge, muster, today } from '../samples.ts';

// One campaign a line: market, what its author would call it, and its facts. The values of a list
// stand apart by commas, and the list is complete.

const lawful = `
DE | A newsletter to people who confirmed, its opening line written by the approved AI tool | channels=email elements=data_into_ai recipients=consented_double_opt_in
DE | Filter cartridges by e-mail to everyone who bought the coffee machine | channels=email elements=none recipients=own_buyers
DE | A request for an honest review to all buyers of the last month | channels=email elements=reviews recipients=own_buyers message_content=survey_or_review_request review_practice=genuine_unrewarded
DE | The autumn catalogue by post to our own customers | channels=post elements=none recipients=own_buyers
DE | An appointment reminder by text message without any offer | channels=text_message elements=none recipients=own_buyers message_content=purely_transactional
DE | Calling back the people who asked us to call about a quote | channels=phone_call elements=none recipients=without_consent phone_permission=asked_for_this_call
DE | Calling a trade customer because her maintenance contract ends | channels=phone_call elements=none audience=businesses recipients=own_buyers phone_permission=presumed_business_interest
DE | Offers by WhatsApp to people who signed up for exactly that | channels=text_message elements=none recipients=consented_proven
DE | E-mail to buyers sorted by product group and date of purchase | channels=email elements=profiling recipients=own_buyers profile_kind=broad_segments
DE | A customer list on a social network with the consent that names it | channels=social_ads elements=list_upload recipients=consented_proven upload_consent=named_platform_and_purpose
DE | A radio spot with a labelled AI voice | channels=other_ads elements=realistic_ai_media ai_label=shown
DE | A poster with our baker, who signed for exactly this poster | channels=other_ads elements=real_person likeness_permission=written_for_this_use
DE | An ad in a youth magazine, without any data | channels=other_ads elements=minors minors_kind=addressed_13_to_17 minors_data=no_data_no_profiling
DE | A give-away on Instagram with clear terms | channels=social_post elements=prize_draw prize_terms=clear_terms_free_entry
DE | A creator shows the gifted tent and starts with "Werbung" | channels=social_post elements=paid_endorsement endorsement_tie=paid_or_rewarded
DE | A fan posts about our bread of her own accord and we put a heart under it | channels=social_post elements=paid_endorsement endorsement_tie=no_tie
DE | "30 % less plastic than the 2024 bottle", with the test report | channels=other_ads elements=green_claim green_claim_proof=specific_and_proven
DE | "Test winner" with the verdict, its source and date | channels=other_ads elements=checkable_claim claim_proof=proven
DE | A reel with music licensed for advertising | channels=social_post elements=others_work work_rights=cleared
DE | The shop with a cookie banner whose "no" is as big as its "yes" | channels=website elements=web_tracking
DE | An AI chat on the shop that says at once that it is one | channels=chatbot,website elements=none
DE | Newsletter with opens counted in total only | channels=email elements=mail_tracking recipients=consented_double_opt_in mail_tracking_kind=totals_only
DE | Ten per cent off for signing up to the newsletter | channels=email,website elements=reward_for_data recipients=consented_double_opt_in
DE | An AI drawing of a talking croissant on flyers | channels=flyer elements=none
EU | A newsletter to confirmed subscribers in several member states | channels=email elements=none recipients=consented_double_opt_in
EU | A labelled AI presenter explains our software on the website | channels=website elements=realistic_ai_media ai_label=shown
US | A spring sale by e-mail to our US customers | channels=email elements=none recipients=own_buyers
US | A cold e-mail to US firms from a directory, matched with our block list | channels=email elements=none audience=businesses recipients=collected_public suppression_match=yes
US | Text deals to people who joined under the full notice | channels=text_message elements=none recipients=consented_proven us_text_permission=written_with_full_disclosure
US | Calls by our team to numbers checked against the national list | channels=phone_call elements=none audience=consumers recipients=without_consent us_dnc_checked=yes
US | A coupon for any review, good or bad, marked as such | channels=website elements=reviews review_practice=rewarded_any_opinion_disclosed
US | A sweepstakes that needs no purchase | channels=website elements=prize_draw prize_terms=clear_terms_free_entry
US | Retargeting by a small shop with an up-to-date privacy policy | channels=website,social_ads elements=web_tracking ccpa_business=below_all_thresholds
US | Postcards to a rented list of households | channels=post elements=none recipients=purchased
US | Job ads to everyone in the delivery area | channels=social_ads elements=group_exclusion audience=applicants protected_trait=no_protected_trait
US-CA | A coffee club whose sign-up shows what the discount is worth | channels=store elements=reward_for_data ccpa_business=covered incentive_notice=shown
US-CA | Ad pixels of a large shop with an opt-out that was tested | channels=website,social_ads elements=web_tracking ccpa_business=covered
US-CA | Sofa suggestions from purchases in our own shop | channels=website elements=profiling ccpa_business=covered profile_kind=own_history_scores
`;

const unlawful = `
DE | Cold e-mail to firms from a trade directory | channels=email elements=none audience=businesses message_content=advertising recipients=collected_public
DE | Newsletter to last year’s raffle entrants who never agreed | channels=email elements=none message_content=advertising recipients=without_consent
DE | One last "may we write to you?" to people who unsubscribed | channels=email elements=none message_content=permission_or_data_check recipients=objected
DE | An automatic reply to enquiries that carries an offer | channels=email elements=none message_content=service_with_advertising recipients=without_consent
DE | A newsletter without a way to unsubscribe | channels=email elements=none message_content=advertising recipients=consented_double_opt_in stop_way=left_out
DE | A reminder of the full basket to visitors who did not buy | channels=email elements=none message_content=advertising recipients=without_consent
DE | Text messages to buyers whom nobody told that they may object | channels=text_message elements=none message_content=advertising recipients=own_buyers objection_notice_at_collection=no
DE | Calling our own private customers about a new tariff | channels=phone_call elements=none audience=consumers message_content=advertising recipients=own_buyers phone_permission=none
DE | An AI voice calls trade customers with an offer | channels=phone_bot elements=none audience=businesses message_content=advertising recipients=own_buyers phone_permission=presumed_business_interest
DE | Bought addresses whose consent speaks of "partners" | channels=email elements=none message_content=advertising recipients=purchased partner_consent_names_us=no
DE | A cookie banner whose "no" hides behind settings | channels=website elements=web_tracking tracking_consent=refusing_harder
DE | Opens and clicks per subscriber without asking | channels=email elements=mail_tracking recipients=consented_double_opt_in mail_tracking_kind=per_person_without_yes
DE | Hashed customer addresses for look-alikes, nobody was asked | channels=social_ads elements=list_upload recipients=own_buyers upload_consent=none
DE | Praise that our text robot made up | channels=website elements=reviews review_practice=invented_or_ai_written
DE | A voucher for five stars only | channels=website elements=reviews review_practice=rewarded_only_positive
DE | A countdown that starts again with each visit | channels=website elements=pressure pressure_kind=false_deadline_or_stock
DE | Loans for people who searched for help with debt | channels=social_ads elements=weakness,regulated_subject weakness_use=chosen_because_of_it
DE | Flats not shown to people with foreign names | channels=social_ads elements=group_exclusion audience=consumers protected_trait=protected_trait_used
DE | Trainee jobs shown to men under 25 only | channels=social_ads elements=group_exclusion audience=applicants protected_trait=protected_trait_used
DE | A camera at the shelf reads age and mood, a sign tells of it | channels=store elements=emotion_or_biometrics audience=consumers emotion_consent=no
DE | Headsets measure the mood of our sales team, who agreed | channels=phone_call elements=emotion_or_biometrics audience=employees message_content=advertising recipients=own_buyers phone_permission=express_documented emotion_consent=yes
DE | Pixels in a game for eight-year-olds | channels=app elements=minors,web_tracking minors_kind=addressed_under_13 minors_data=data_or_profiling parental_consent=no
DE | "Climate neutral" because we buy certificates | channels=other_ads elements=green_claim green_claim_proof=offset_neutrality
DE | The creator is paid and is not to say so | channels=social_post elements=paid_endorsement endorsement_tie=paid_or_rewarded ad_label=left_out
DE | The chat robot is called Lisa and denies being one | channels=chatbot elements=none bot_notice=left_out
DE | Support chats go into a free AI tool that learns from them | channels=email elements=data_into_ai recipients=consented_double_opt_in ai_trains_on_input=yes
DE | A score alone refuses purchase on invoice | channels=website elements=automated_decision,profiling decision_effect=access_or_credit_or_job human_review=no profile_kind=own_history_scores
DE | Calls are recorded after a mere announcement | channels=inbound_call elements=recording recording_consent=no
DE | "98 percent accurate", which nobody ever measured | channels=website elements=checkable_claim claim_proof=exaggerated_or_untrue
DE | An AI picture with a famous cartoon character | channels=social_post elements=others_work work_rights=none
EU | "Our AI replaces your doctor" in several member states | channels=website elements=checkable_claim claim_proof=exaggerated_or_untrue
EU | A newsletter in several member states without an unsubscribe link | channels=email elements=none message_content=advertising recipients=consented_double_opt_in stop_way=left_out
EU | Customer data goes to "selected partners" | channels=website elements=data_given_away sharing_consent=no
EU | Party ads by guessed opinion | channels=social_ads elements=political,profiling,sensitive_data profile_kind=combined_or_tracked profile_consent=no sensitive_consent=no
US | An AI voice calls prospects who never agreed in writing | channels=phone_bot elements=none message_content=advertising recipients=without_consent us_call_consent=none_or_unclear
US | Texts to bought mobile numbers | channels=text_message elements=none message_content=advertising recipients=purchased us_text_permission=none
US | E-mail to people who unsubscribed in March | channels=email elements=none message_content=advertising recipients=own_buyers,objected
US | Answers of a depression quiz go to an ad network | channels=website elements=sensitive_data,web_tracking sensitive_consent=no
US | Only four and five stars are published | channels=website elements=reviews review_practice=genuine_unrewarded,negatives_hidden
US | Customer data is sold, the privacy policy promises the opposite | channels=website elements=data_given_away privacy_notice_covers=no
US | "Earn 10,000 dollars a month with our AI shop" without a single case | channels=social_ads elements=checkable_claim claim_proof=exaggerated_or_untrue
US | Followers and likes are bought | channels=social_post elements=reviews review_practice=invented_or_ai_written
US | A rival’s logo in the AI picture | channels=other_ads elements=others_work work_rights=none
US | A sweepstakes for buyers only | channels=website elements=prize_draw prize_terms=purchase_or_payment_needed
US | Houses not advertised to families | channels=social_ads elements=group_exclusion audience=consumers protected_trait=protected_trait_used
US | An app for children under 13 with ad trackers and no parents | channels=app elements=minors,web_tracking minors_kind=addressed_under_13 minors_data=data_or_profiling parental_consent=no
US | A jingle with the cloned voice of a singer | channels=other_ads elements=real_person,realistic_ai_media likeness_permission=none ai_label=shown
US | A hidden price per customer in New York | channels=website elements=personalised_price price_notice=left_out
US-CA | A large shop ignores the opt-out signal of the browser | channels=website elements=web_tracking ccpa_business=covered ccpa_optout_works=incomplete_or_harder tracking_consent=asked_first_equal_no
US-CA | Accept with one click, refuse with three, in a large shop | channels=website elements=web_tracking ccpa_business=covered tracking_consent=refusing_harder
US-CA | Sales calls are recorded in secret | channels=phone_call elements=recording audience=consumers message_content=advertising recipients=own_buyers us_dnc_checked=yes recording_consent=no
US-CA | A sales robot that poses as a person | channels=chatbot elements=none bot_notice=left_out
`;

const onConditions = `
DE | "Market leader", the figures are still to come | channels=website elements=checkable_claim claim_proof=not_yet_proven
DE | Text messages to buyers at the number from their order | channels=text_message elements=none message_content=advertising recipients=own_buyers
EU | Calls to bought numbers in a member state whose law is not covered | channels=phone_call elements=none audience=consumers message_content=advertising recipients=purchased phone_permission=unproven partner_consent_names_us=no
DE | An AI double of a colleague on the strength of an old photo release | channels=social_post elements=real_person,realistic_ai_media likeness_permission=general_or_old ai_label=shown
DE | An AI presenter whose label is still to come | channels=website elements=realistic_ai_media ai_label=planned
DE | Letters to rented addresses | channels=post elements=none recipients=purchased source_told=shown
DE | A score for each customer from our own sales | channels=email elements=profiling recipients=own_buyers profile_kind=own_history_scores profile_consent=no
DE | Hand cream shown to women only | channels=social_ads elements=group_exclusion audience=consumers protected_trait=ordinary_goods_by_age_or_sex
DE | A wine ad | channels=other_ads elements=regulated_subject
US | A text club whose poster lacks half of the notice | channels=text_message,store elements=none recipients=consented_proven us_text_permission=keyword_or_checkbox_incomplete
US-CA | A loyalty club whose notice is not written yet | channels=store elements=reward_for_data ccpa_business=covered incentive_notice=planned
`;

const openQuestions = `
US | "Powered by real AI", nobody has asked what is in it | channels=website elements=checkable_claim
DE | E-mail to "our contacts" | channels=email elements=none message_content=advertising
DE | A campaign of which only the budget is known | audience=consumers
US | Reviews for the shop, nobody knows how they come about | channels=website elements=reviews
other | A newsletter in a country that is not covered | channels=email elements=none recipients=consented_double_opt_in
`;

describe('lawful everyday campaigns', () => {
  test.for(campaignsIn(lawful))('$market: $title', ({ said }) => {
    expect(judged(said, muster).verdict).toBe('allowed');
    expect(judged(said, nobody).verdict).not.toBe('not_allowed');
  });
});

describe('unlawful campaigns', () => {
  test.for(campaignsIn(unlawful))('$market: $title', ({ said }) => {
    const { facts, ...assessment } = judged(said, muster);

    expect(assessment.verdict).toBe('not_allowed');
    expect(judged(said, nobody).verdict).toBe('not_allowed');
    expect(waysToYes(knowledge, facts, today, assessment)).not.toEqual([]);
  });
});

describe('campaigns that may go ahead on conditions', () => {
  test.for(campaignsIn(onConditions))('$market: $title', ({ said }) => {
    expect(judged(said, muster).verdict).toBe('allowed_with_conditions');
  });
});

describe('campaigns of which too little is known', () => {
  test.for(campaignsIn(openQuestions))('$market: $title', ({ said }) => {
    expect(judged(said, muster).verdict).toBe('needs_information');
  });
});

type Said = Readonly<Record<string, FactValue>>;

function campaignsIn(lines: string) {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [market = '', title = '', facts = ''] = line.split(' | ');
      return { market, title, said: { markets: [market], ...saidIn(facts) } };
    });
}

function saidIn(facts: string): Said {
  return Object.fromEntries(
    facts.split(' ').map((word) => {
      const [id = '', value = ''] = word.split('=');
      return [id, valueOf(id, value.split(','))];
    }),
  );
}

function valueOf(id: string, values: readonly string[]): FactValue {
  const definition = knowledge.facts.get(id);
  const known = definition?.options.map((option) => option.id) ?? [];
  const strange = values.filter((value) => !known.includes(value));
  if (strange.length > 0) throw new Error(`${id} has no ${strange.join(', ')}`);
  return definition?.kind === 'choices' ? values : (values[0] ?? '');
}

/** What the rules say to what a person has said and a company has settled once. */
function judged(person: Said, { practice }: typeof muster) {
  const statements = {
    person,
    request: {},
    readings: {},
    touched: [],
    isCampaign: false,
    practice,
    trustText: false,
  };
  const facts = settle(knowledge.facts, statements, today);
  return { facts, ...assessCampaign(knowledge, facts, today) };
}
