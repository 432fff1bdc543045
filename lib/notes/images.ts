const inline =
  /!\[(?:[^\]\\]|\\.)*\]\(\s*(?:<([^<>\n]*)>|([^\s()]*(?:\([^\s()]*\)[^\s()]*)*|[^)\n"]*?))(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/g
const html = /<img\b[^>]*?\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi
const referred = /!\[([^\]]*)\](?:\[([^\]]*)\])?(?![([])/g
const definition = /^ {0,3}\[([^\]^][^\]]*)\]:\s*(?:<([^>]*)>|(\S+))/

/** The pictures a text names, with their targets as written; lines count from 1. */
export function imagesIn(lines: string[], code: Set<number>): { line: number; target: string }[] {
  const definitions = new Map<string, string>()
  for (const [at, line] of lines.entries()) {
    const [, name, bracketed, plain] = (!code.has(at) && definition.exec(line)) || []
    if (name !== undefined) definitions.set(name.toLowerCase(), bracketed ?? plain ?? '')
  }
  return lines.flatMap((line, at) => {
    if (code.has(at) || !/!\[|<img\b/i.test(line)) return []
    const text = line.replace(/(`+)[^`].*?\1/g, (span) => ' '.repeat(span.length))
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
