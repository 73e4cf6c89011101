import { languageOf, assistant, type Channel, type Person } from '#playground/places.ts';
import { words } from '#playground/words.ts';
import { typed, type Workspace } from '#playground/workspace.ts';
import { manifest } from '#slack/manifest.ts';

/** What a person types, where. */
export type Utterance = {
  readonly person: Person;
  readonly channel: Channel;
  readonly thread?: string | undefined;
  readonly text: string;
};

/** Turns what a person types into a message or a command; gives the message, where it became one. */
export type Speech = (utterance: Utterance) => string | undefined;

/** Speech in a workspace; where the assistant does not hear somebody, the workspace says why. */
export function speechIn(workspace: Workspace): Speech {
  const hinted = new Set<string>();
  const tell = ({ person, channel, thread }: Utterance, text: string) =>
    void workspace.notice({
      user: person.id,
      channel: channel.id,
      text: typed(text),
      ...(thread === undefined ? {} : { thread }),
    });

  return (utterance) => {
    const { person, channel, thread, text } = utterance;
    const word = words[languageOf(person)];
    const [, command, rest = ''] = /^(\/\S+)\s*([^]*)$/.exec(text.trim()) ?? [];
    if (command !== undefined) {
      if (!commands.includes(command)) {
        tell(utterance, word.unknownCommand(command, commands.join(', ')));
      } else if (thread !== undefined) {
        tell(utterance, word.noCommandInThread(command));
      } else {
        workspace.command({ user: person.id, channel: channel.id, command, text: typed(rest) });
      }
      return undefined;
    }

    const said = typed(text).replaceAll(mention, `<@${assistant.user}>`);
    const within = thread === undefined ? {} : { thread };
    const { ts } = workspace.say({ user: person.id, channel: channel.id, text: said, ...within });
    const isMentioned = said.includes(`<@${assistant.user}>`);
    const place = `${person.id} ${channel.id}`;
    if (channel.kind !== 'im' && isMentioned && !channel.hasAssistant) {
      tell(utterance, word.absent);
    } else if (channel.kind !== 'im' && !isMentioned && !hinted.has(place)) {
      hinted.add(place);
      tell(utterance, channel.hasAssistant ? word.unheard : word.absent);
    }
    return ts;
  };
}

const commands: readonly string[] = (manifest.features?.slash_commands ?? []).map(
  ({ command }) => command,
);

const mention = new RegExp(`@${assistant.name}(?![\\p{L}\\p{N}])`, 'giu');
