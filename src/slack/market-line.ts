import { factInRole, type FactCatalog } from '#domain/fact.ts';

/** The markets that a first line of its own names, such as "Markt: FR"; nothing where it names anything else. */
export function marketsNamedIn(text: string, facts: FactCatalog): readonly string[] | undefined {
  const [, list] = /^\s*(?:Markt|Märkte|Markets?)\s*:\s*([^\n]+)/i.exec(text) ?? [];
  const options = factInRole(facts, 'markets')?.options ?? [];
  const named = (list ?? '').split(/[,;]/).map((name) => {
    const plain = name.trim().replace(/\.$/, '').toLowerCase();
    return options.find(({ id, label }) =>
      [id, label.de, label.en].some((one) => one.toLowerCase() === plain),
    )?.id;
  });
  const known = named.filter((id) => id !== undefined);
  return known.length > 0 && known.length === named.length ? known : undefined;
}
