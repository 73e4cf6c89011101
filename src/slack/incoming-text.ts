/** What a person wrote, as plain text: Slack's markup taken back, mentions of the assistant left out. */
export function plainTextOf(markup: string, assistant: string | undefined): string {
  return markup
    .replaceAll(/<([^<>]*)>/g, (_, inside: string) => wordFor(inside, assistant))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}

// https://docs.slack.dev/messaging/formatting-message-text: <@U…>, <#C…|name>, <!here>, <https://…|label>
function wordFor(inside: string, assistant: string | undefined): string {
  const [target = '', label] = inside.split('|', 2);
  if (target === `@${assistant}`) return '';
  switch (target.charAt(0)) {
    case '@':
      return label ? `@${label.replace(/^@/, '')}` : target;
    case '#':
      return label ? `#${label}` : target;
    case '!':
      return label ?? `@${target.slice(1).split('^', 1).join('')}`;
    default:
      return label === undefined || target.endsWith(label)
        ? target.replace(/^mailto:/, '')
        : `${label} (${target})`;
  }
}
