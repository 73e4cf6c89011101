import { z } from 'zod';

/** The languages the product speaks. */
export const Language = z.enum(['de', 'en']);
export type Language = z.infer<typeof Language>;

/** A text that stands in both languages. */
export const Bilingual = z.strictObject({ de: z.string().min(1), en: z.string().min(1) });
export type Bilingual = z.infer<typeof Bilingual>;
