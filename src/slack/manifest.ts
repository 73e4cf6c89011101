import type { webApi } from '@slack/bolt';
import { ethicsCheck } from '#slack/listeners/ethics-check.ts';

/** What the assistant may do in a workspace: only what it does. */
export const botScopes = [
  'app_mentions:read',
  'chat:write',
  'commands',
  'im:history',
  'users:read',
] as const;

/** The Slack app as Slack is told of it; what the code listens to has its entry here. */
export const manifest: webApi.AppsManifestCreateArguments['manifest'] = {
  display_information: {
    name: 'Leitplanke',
    description:
      'KI-Assistent: Ist die Kampagne erlaubt und fair? · AI assistant: lawful and fair?',
    long_description:
      'Leitplanke sagt, ob eine geplante Kampagne mit KI rechtlich erlaubt und fair ist, nennt die Fundstellen und die kleinste Änderung, mit der sie in Ordnung ist. Jede Entscheidung steht im Protokoll der Firma. Auskunft eines KI-Systems, keine Rechtsberatung.\n\nLeitplanke tells whether a planned campaign with AI is lawful and fair, with sources, and names the smallest change that makes it acceptable. Each decision is in the log of the company. Answers of an AI system, not legal advice.',
    background_color: '#1f3a5f',
  },
  features: {
    bot_user: { display_name: 'leitplanke', always_online: false },
    app_home: {
      home_tab_enabled: false,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    },
    slash_commands: [
      {
        command: ethicsCheck,
        description: 'Kampagne prüfen · Check a campaign',
        usage_hint: '[Briefing] | help',
        should_escape: false,
      },
    ],
  },
  oauth_config: { scopes: { bot: [...botScopes] } },
  settings: {
    event_subscriptions: { bot_events: ['app_mention', 'message.im'] },
    interactivity: { is_enabled: true },
    org_deploy_enabled: false,
    socket_mode_enabled: true,
    token_rotation_enabled: false,
  },
};
