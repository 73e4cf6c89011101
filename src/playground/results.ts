/** The answer of a method, as Slack words it. */
export type Result = Readonly<Record<string, unknown>> & { readonly ok: boolean };

export function refused(error: string, more: Readonly<Record<string, unknown>> = {}) {
  return { ok: false, error, ...more } as const;
}
