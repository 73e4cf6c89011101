import type { Material, Writer } from '#assistant/house.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import { briefSections } from '#language/brief-sections.ts';
import { questionSections } from '#language/question-sections.ts';

/** Writes answers from findings and passages alone, without a model. */
export function embeddedWriter(knowledge: Knowledge): Writer {
  return {
    write: async (material: Material) => {
      if (material.kind === 'brief') return briefSections(material, knowledge);
      if (material.verdict === null) return questionSections(material, knowledge);
      // A question that describes a campaign: the verdict first, then the rule, then why and how.
      const [verdict, ...rest] = briefSections(material, knowledge);
      const rule = questionSections(material, knowledge);
      return verdict ? [verdict, ...rule, ...rest] : rule;
    },
  };
}
