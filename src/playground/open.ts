import type { Desk } from '#assistant/desk.ts';
import type { House } from '#assistant/house.ts';
import type { Playground } from '#assistant/playground.ts';
import type { SetUp } from '#assistant/set-up.ts';
import { token } from '#playground/places.ts';
import { samples } from '#playground/samples.ts';
import { stageOf } from '#playground/stage.ts';
import { inMemoryWorkspace } from '#playground/workspace.ts';
import { slackApp, type SlackApp } from '#slack/app.ts';

/** Opens a workspace in memory in which the assistant works as it does in Slack. */
export async function openPlayground(
  house: () => House,
  desk: Desk,
  setUp: SetUp,
  report: (line: string) => void,
): Promise<{ readonly slack: SlackApp; readonly playground: Playground }> {
  await giveRoles(setUp);
  const workspace = inMemoryWorkspace({ clock: house().clock });
  const { receiver, clientOptions } = workspace;
  const slack = await slackApp(house, desk, { receiver, token, clientOptions, report });
  return { slack, playground: stageOf(workspace, samples) };
}

/** Somebody has to judge cases; whoever has set up roles already keeps them. */
async function giveRoles(setUp: SetUp): Promise<void> {
  const present = await setUp.roles();
  if (present.length > 0) return;
  await setUp.assign('ULEA', ['lead'], 'playground');
  await setUp.assign('UBEN', ['manager'], 'playground');
}
