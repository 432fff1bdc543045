import type { Evidence } from '#lib/corrections/evidence'

/** What somebody typed as evidence: each line a link or a standard, and what was run with what it printed. */
export function evidenceOf({
  lines,
  command,
  output,
}: Record<'lines' | 'command' | 'output', string>): Evidence[] {
  const named = lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map(
      (line): Evidence =>
        /^https?:/i.test(line) ? { kind: 'link', url: line } : { kind: 'standard', name: line },
    )
  const ran = { kind: 'ran' as const, command: command.trim(), output: output.trim() }
  return ran.command || ran.output ? [...named, ran] : named
}

/** The same the other way round, for a form that shows it again; of several runs the first. */
export function fieldsOf(evidence: Evidence[]): Record<'lines' | 'command' | 'output', string> {
  const lines = evidence.flatMap((each) => {
    if (each.kind === 'ran') return []
    return each.kind === 'link' ? [each.url] : [each.name]
  })
  const ran = evidence.find((each) => each.kind === 'ran')
  return { lines: lines.join('\n'), command: ran?.command ?? '', output: ran?.output ?? '' }
}
