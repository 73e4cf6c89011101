import type { Context } from 'hono';
import { z } from 'zod';
import { readChoice } from '#web/log/choice.ts';
import { csvLines, exactLines, rangeOf } from '#web/log/export-lines.ts';
import { exportPage, refusalOf, type Order } from '#web/log/export-page.ts';
import type { View } from '#web/log/view.ts';

const types = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
} as const;

const Format = z.enum(['jsonl', 'csv']).optional().catch(undefined);

/** Puts the export on record, then lets the file go; a form that cannot be followed comes back. */
export async function takeOut(context: Context, view: View): Promise<Response> {
  const form = await context.req.parseBody();
  const choice = readChoice((name) => {
    const value = form[name];
    return typeof value === 'string' ? value : undefined;
  }, view);
  const order: Order = { format: Format.parse(form['format']), withTexts: form['texts'] === 'yes' };
  const refusal = refusalOf(order);
  const { format } = order;
  if (format === undefined || refusal || Object.keys(choice.complaints).length > 0) {
    return context.html(exportPage(choice, order, view, refusal), 400);
  }
  const { book, recordExport } = view.rooms;
  const range = await rangeOf(book, choice.filter);
  if (!range) return context.html(exportPage(choice, order, view, 'empty'));

  await recordExport(order.withTexts ? 'csv-with-texts' : format, range.first, range.last);
  const taken = { filter: choice.filter, ...range };
  const lines = format === 'csv' ? csvLines(taken, view, order.withTexts) : exactLines(taken, view);
  return context.body(ReadableStream.from(encoded(lines)), 200, {
    'content-type': types[format],
    'content-disposition': `attachment; filename="leitplanke-${range.first}-${range.last}.${format}"`,
  });
}

async function* encoded(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const line of lines) yield encoder.encode(line);
}
