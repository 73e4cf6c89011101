import { always } from '#domain/condition.ts';
import type { FactDefinition, FactKind, Option } from '#domain/fact.ts';
import type { Bilingual } from '#domain/language.ts';
import type { FactFile, OptionFile } from '#knowledge/schemas.ts';

const standardLabels: Readonly<Record<string, Bilingual>> = {
  yes: { de: 'Ja', en: 'Yes' },
  no: { de: 'Nein', en: 'No' },
  shown: { de: 'wird gezeigt', en: 'is shown' },
  planned: { de: 'ist geplant', en: 'is planned' },
  left_out: { de: 'wird weggelassen', en: 'is left out' },
};

/** The options that a kind always has, so that nobody has to write them down. */
const standardOptions: Readonly<Partial<Record<FactKind, readonly string[]>>> = {
  'yes-no': ['yes', 'no'],
  form: ['shown', 'planned', 'left_out'],
};

/** A fact as its file declares it, with the standard options and labels filled in. */
export function factDefinition(id: string, file: FactFile): FactDefinition {
  const { 'always-ask': alwaysAsk, 'near-misses': nearMisses, options, core, ...rest } = file;
  const ids = [...new Set([...(standardOptions[file.kind] ?? []), ...Object.keys(options)])];
  return {
    id,
    ...rest,
    core: core === true ? always : core,
    alwaysAsk,
    nearMisses,
    options: ids.map((option) => optionOf(option, options[option])),
  };
}

function optionOf(id: string, file: OptionFile | undefined): Option {
  return {
    id,
    label: file?.label ?? standardLabels[id] ?? { de: id, en: id },
    do: file?.do,
    without: file?.without,
    in: file?.in,
    othersList: file?.['others-list'] ?? false,
    exclusive: file?.exclusive ?? id === 'none',
    lexicon: file?.lexicon ?? { de: [], en: [] },
    cues: file?.cues ?? { de: [], en: [] },
    said: file?.said ?? { de: [], en: [] },
  };
}
