import { marked } from 'marked';
import type { Language } from '#domain/language.ts';

/** A handbook in Markdown as one HTML file that needs nothing else: no script, no font, no network. */
export function handbookPage(markdown: string, language: Language): string {
  const body = marked.parse(markdown, { async: false });
  const [, title = 'Leitplanke'] = /^# (.+)$/m.exec(markdown) ?? [];
  const contents = [...markdown.matchAll(/^## (.+)$/gm)].map(([, name = '']) => name);
  const anchored = contents.reduce(
    (text, name, index) =>
      text.replace(`<h2>${escaped(name)}</h2>`, `<h2 id="part-${index + 1}">${escaped(name)}</h2>`),
    body,
  );
  const entries = contents.map(
    (name, index) => `<li><a href="#part-${index + 1}">${escaped(name)}</a></li>`,
  );
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${look}</style>
</head>
<body>
<nav><ol>${entries.join('')}</ol></nav>
<main>${anchored}</main>
</body>
</html>
`;
}

const look = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
h2 { border-bottom: 1px solid; margin-top: 3rem; }
h3 { margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid GrayText; padding: .25rem .5rem; text-align: left; vertical-align: top; }
@media print { nav { display: none; } h3 { break-after: avoid; } }
`;

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
