/** Texts of about `size` characters whose blocks (lists, quotes, tables, notes, folds) are built to be slow to read. */
export const pathologicalBlocks: Record<string, (size: number) => string> = {
  'quotes within quotes': (size) => '>'.repeat(size),
  'quotes within quotes, spaced, with text': (size) => `${'> '.repeat(size / 2)}a`,
  'a staircase of quotes': (size) => staircase(size, (depth) => `${'> '.repeat(depth)}a`),
  'lists within lists on one line': (size) => '- '.repeat(size / 2),
  'numbered lists within lists on one line': (size) => '1. '.repeat(size / 3),
  'lists and quotes in turn': (size) => '- > '.repeat(size / 4),
  'a staircase of lists': (size) => staircase(size, (depth) => `${'  '.repeat(depth)}- a`),
  'a staircase of lists in quotes': (size) => staircase(size, (depth) => `${'> - '.repeat(depth)}a`),
  'list items without text': (size) => '-\n'.repeat(size / 2),
  'list items that change their mark': (size) => '- a\n+ a\n* a\n'.repeat(size / 12),
  'lazy lines after a deep quote': (size) => `${'> '.repeat(90)}a\n${'b\n'.repeat(size / 2)}`,
  'fences that never close': (size) => '```\n~~~\n'.repeat(size / 8),
  'fences in quotes that never close': (size) => '> ```a\n'.repeat(size / 7),
  'one long fence': (size) => '`'.repeat(size),
  'rules and underlines': (size) => 'a\n===\n---\n***\n'.repeat(size / 14),
  'underlines below an endless paragraph': (size) => `${'a\n'.repeat(size / 2)}===`,
  'headings all alike': (size) => '# a\n'.repeat(size / 4),
  'headings that look numbered': (size) => numbered(size, (n) => `# a-${n % 10}\n`),
  'heading with endless hashes': (size) => `# ${'#'.repeat(size)} a`,
  'a wide table': (size) => `${'|a'.repeat(size / 4)}|\n${'|-'.repeat(size / 4)}|\n`,
  'a table that fills its rows': (size) =>
    `${'|a'.repeat(size / 8)}\n${'|-'.repeat(size / 8)}\n${'a\n'.repeat(size / 4)}`,
  'a long table': (size) => `|a|b|\n|-|-|\n${'|1|2|\n'.repeat(size / 6)}`,
  'many tables': (size) => '|a|\n|-|\n|1|\n\n'.repeat(size / 13),
  'a table with escaped bars': (size) => `|a|\n|-|\n|${'\\|'.repeat(size / 2)}|`,
  'lines that might be table heads': (size) => 'a|b\n'.repeat(size / 4),
  'delimiter rows alone': (size) => '|-|-|\n'.repeat(size / 6),
  'footnotes all used': (size) => numbered(size, (n) => `[^${n}]\n\n[^${n}]: a\n\n`),
  'footnotes within footnotes': (size) => numbered(size, (n) => `${'    '.repeat(n % 60)}[^${n}]: a\n`),
  'one footnote used without end': (size) => `[^a]: b\n\n${'[^a]'.repeat(size / 4)}`,
  'a footnote that means itself': (size) => `[^a]: ${'[^a] '.repeat(size / 5)}`,
  'footnote openers': (size) => '[^'.repeat(size / 2),
  'references all alike': (size) => `${'[a]: /b\n'.repeat(size / 16)}\n${'[a]'.repeat(size / 6)}`,
  'references never defined': (size) => numbered(size, (n) => `[a${n}]`),
  'references with endless titles': (size) => '[a]: /b "c\n'.repeat(size / 11),
  'a reference label without end': (size) => `[${'a'.repeat(size)}`,
  'references multiplied': (size) => `[a]: /${'b'.repeat(size / 2)}\n\n${'[a]'.repeat(size / 6)}`,
  'folds that never close': (size) => '<details>\n'.repeat(size / 10),
  'folds that one tag closes': (size) => `${'<details>\n'.repeat(size / 10)}</details>`,
  'folds within folds': (size) => `${'<details>\n'.repeat(size / 21)}${'</details>\n'.repeat(size / 21)}`,
  'folds in lists': (size) => '- <details>\n'.repeat(size / 12),
  'folds with summaries that never close': (size) => '<details><summary>\n'.repeat(size / 19),
  'folds closed on their line': (size) => '<details><summary>a</summary>b</details>\n'.repeat(size / 41),
  'comments that never close': (size) => '<!--\n'.repeat(size / 5),
  'comments in quotes that never close': (size) => `${'> <!--\n'.repeat(size / 7)}\n-->`,
  'comments in lists that never close': (size) => '- <!--\n'.repeat(size / 7),
  'formulas that never close': (size) => '$$\na\n'.repeat(size / 5),
  'formulas in quotes': (size) => '> $$\n> a\n'.repeat(size / 9),
  'many small formulas': (size) => '$$\n\\frac{a}{b}\n$$\n\n'.repeat(size / 20),
  'indented code and blank lines': (size) => '    a\n\n'.repeat(size / 7),
  'tabs and spaces': (size) => ' \t'.repeat(size / 2),
  'blank lines': (size) => '\n'.repeat(size),
  'task lists': (size) => '- [ ] a\n'.repeat(size / 8),
  'code in every language': (size) =>
    languages
      .map((name) => `\`\`\`${name}\n${'(<{["\'`'.repeat(size / 7 / languages.length)}\n\`\`\`\n`)
      .join(''),
  'code with endless strings': (size) => `\`\`\`js\n${'`${\n'.repeat(size / 4)}`,
  'code with endless templates': (size) => `\`\`\`cpp\n${'a<b<c<d<\n'.repeat(size / 9)}`,
  'code with long lines': (size) => `\`\`\`python\n${`${'f('.repeat(950)}\n`.repeat(size / 1901)}`,
  'html in a fence': (size) => `\`\`\`html\n${'<a <b <script>'.repeat(size / 14)}`,
}

const languages = [
  'python',
  'js',
  'sql',
  'bash',
  'json',
  'yaml',
  'html',
  'css',
  'cpp',
  'java',
  'go',
  'rust',
  'nginx',
  'md',
]

function staircase(size: number, step: (depth: number) => string): string {
  const steps: string[] = []
  for (let depth = 1, length = 0; length < size; depth++) {
    const line = step(depth)
    steps.push(line)
    length += line.length + 1
  }
  return steps.join('\n')
}

function numbered(size: number, piece: (n: number) => string): string {
  let all = ''
  for (let n = 1; all.length < size; n++) all += piece(n)
  return all
}
