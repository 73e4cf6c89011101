import type { webApi } from '@slack/bolt';
import type { House } from '#assistant/house.ts';
import { messageAbout } from '#slack/conversation.ts';
import type { Office } from '#slack/office.ts';
import { whisper } from '#slack/send.ts';

/** Who acts, and where they get to know what came of it. */
export type Spot = {
  readonly client: webApi.WebClient;
  readonly user: string;
  readonly channel: string;
  readonly thread?: string | undefined;
};

/** Does a job for somebody; if it fails, that person alone gets to know, and the operator why. */
export async function forPerson(
  spot: Spot,
  office: Office,
  job: (house: House) => Promise<void>,
): Promise<void> {
  const house = office.house();
  try {
    await job(house);
  } catch (error) {
    await whisper(spot.client, spot, await messageAbout(error, house.newOperation(), spot, office));
  }
}
