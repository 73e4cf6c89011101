import type { Material, Writer } from '#assistant/house.ts';
import type { Knowledge } from '#domain/knowledge.ts';
import { briefSections } from '#language/brief-sections.ts';
import { questionSections } from '#language/question-sections.ts';

/** Writes answers from findings and passages alone, without a model. */
export function embeddedWriter(knowledge: Knowledge): Writer {
  return {
    write: async (material: Material) =>
      material.kind === 'brief' || material.verdict !== null
        ? [...questionLead(material, knowledge), ...briefSections(material, knowledge)]
        : questionSections(material, knowledge),
  };
}

/** A question that describes a campaign gets its rule as well as its verdict. */
function questionLead(material: Material, knowledge: Knowledge) {
  return material.kind === 'question' ? questionSections(material, knowledge) : [];
}
