// Every repetition is bounded: a line of unclosed brackets must not take long.
const inline =
  /!\[(?:[^\]\\]|\\.){0,500}\]\(\s{0,9}(?:<([^<>\n]{0,2000})>|([^\s()]{0,2000}(?:\([^\s()]{0,200}\)[^\s()]{0,200}){0,5}|[^)\n"]{0,500}?))(?:\s{1,9}(?:"[^"]{0,500}"|'[^']{0,500}'))?\s{0,9}\)/g
const html = /<img\b[^>]{0,500}?\bsrc\s{0,9}=\s{0,9}(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\s>]{1,2000}))/gi
const referred = /!\[([^\]]{0,500})\](?:\[([^\]]{0,500})\])?(?![([])/g
const definition = /^ {0,3}\[([^\]^][^\]]{0,500})\]:\s*(?:<([^>]*)>|(\S+))/

/** The pictures a text names, with their targets as written; lines count from 1. */
export function imagesIn(lines: string[], code: Set<number>): { line: number; target: string }[] {
  const definitions = new Map<string, string>()
  for (const [at, line] of lines.entries()) {
    const [, name, bracketed, plain] = (!code.has(at) && definition.exec(line)) || []
    if (name !== undefined) definitions.set(name.toLowerCase(), bracketed ?? plain ?? '')
  }
  return lines.flatMap((line, at) => {
    if (code.has(at) || !/!\[|<img\b/i.test(line)) return []
    const text = line.replace(/(`+)[^`].{0,500}?\1/g, (span) => ' '.repeat(span.length))
    const targets = [
      ...[...text.matchAll(inline)].map(([, bracketed, plain]) => bracketed ?? plain ?? ''),
      ...[...text.matchAll(html)].map(([, double, single, bare]) => double ?? single ?? bare ?? ''),
      ...[...text.matchAll(referred)].map(
        ([, label = '', name]) => definitions.get((name || label).toLowerCase()) ?? '',
      ),
    ]
    return targets.filter((target) => target !== '').map((target) => ({ line: at + 1, target }))
  })
}
