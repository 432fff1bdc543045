import { substanceOf } from '#lib/text/substance'
import { commonIndent, readBody, trimLayout } from './bodies.ts'
import { contextOf, type Heading, headingReader, maxTitle, plainText } from './heading.ts'
import { withoutQuestions } from './heading-mark.ts'
import { imagesIn } from './images.ts'
import { inlineAnswerOf } from './inline-answer.ts'
import { type Landmark, landmarksOf } from './landmarks.ts'
import type { EntryState, Piece, Proposal, ProposedEntry, ProposedSection } from './proposal.ts'
import { textOfPiece } from './proposal.ts'
import { asksSomething } from './question-shape.ts'
import { assignRoles } from './roles.ts'
import { sectionTitle } from './section-title.ts'
import { readSource, type Source } from './source.ts'

/** Splits a note's text into sections, questions and answers; every line that is not blank is in exactly one piece. */
export function proposeNote(fileName: string, lines: string[]): Proposal {
  const source = readSource(lines)
  const landmarks = withWholeFile(landmarksOf(assignRoles(source)), source, fileName)
  const proposal: Proposal = {
    title: titleOf(fileName, landmarks, source),
    text: '',
    sections: [],
    entries: [],
    pieces: [],
    images: imagesIn(lines, source.code),
  }
  const read = headingReader(landmarks.filter(({ kind }) => kind === 'entry').map(({ raw }) => raw))
  addFrontMatter(proposal, source)
  const open: { level: number; section: number }[] = []
  const first = landmarks[0]?.from ?? lines.length + 1
  const preface = { line: (source.frontMatter?.endLine ?? 0) + 1, endLine: first - 1 }
  const said = [preface]
  addText(proposal, 'note_text', preface, source)
  for (const [at, landmark] of landmarks.entries()) {
    const end = (landmarks[at + 1]?.from ?? lines.length + 1) - 1
    if (landmark.kind === 'title') said.push({ line: landmark.to + 1, endLine: end })
    while ((open.at(-1)?.level ?? 0) >= landmark.level) open.pop()
    const section = open.at(-1)?.section ?? null
    if (landmark.kind === 'section')
      open.push({ level: landmark.level, section: addSection(proposal, landmark, end, section, source) })
    else if (landmark.kind === 'entry') {
      const heading = landmark.verbatim ? { title: landmark.raw, encounter: null } : read(landmark.raw)
      addEntry(proposal, landmark, end, section, heading, source)
    } else
      addText(
        proposal,
        landmark.kind === 'title' ? 'note_text' : 'layout',
        { line: landmark.from, endLine: end },
        source,
      )
  }
  proposal.text = noteText(said, source)
  return proposal
}

/** What the file says under its title, before anything that has a place of its own; without what only arranges it. */
function noteText(ranges: { line: number; endLine: number }[], source: Source): string {
  const inner = ranges.flatMap((range) => trimLayout(range, source).inner ?? [])
  return inner.map(({ line, endLine }) => source.lines.slice(line - 1, endLine).join('\n')).join('\n\n')
}

function titleOf(fileName: string, landmarks: Landmark[], { frontMatter }: Source): string {
  const heading = landmarks.find(({ kind }) => kind === 'title')
  const candidates = [
    frontMatter?.title,
    heading && headingReader([])(heading.raw).title,
    stemOf(fileName),
    fileName,
    'note',
  ]
  return (
    candidates.find(
      (title): title is string => title !== undefined && title !== '' && title.length <= maxTitle,
    ) ?? 'note'
  )
}

const stemOf = (fileName: string): string =>
  (fileName.split(/[\\/]/).pop() ?? fileName).replace(/\.[A-Za-z0-9]{1,8}$/, '')

/** A file without any heading or question is one entry: named by its front matter, a question in its name, a short first line, else its name. */
function withWholeFile(landmarks: Landmark[], source: Source, fileName: string): Landmark[] {
  if (landmarks.some(({ kind }) => kind === 'entry')) return landmarks
  if (source.comments.some(({ text }) => text === withoutQuestions)) return landmarks
  const kept = landmarks.filter(({ kind }) => kind !== 'title')
  const title = landmarks.find(({ kind }) => kind === 'title')
  const base = { kind: 'entry', depth: 0, indent: 0, level: 1 } as const
  if (title)
    return [
      { ...base, line: title.line, from: title.from, to: title.to, raw: title.raw, depth: title.depth },
      ...kept,
    ]
  if (kept.length > 0)
    return kept.map((landmark) =>
      landmark.kind === 'section' && !landmark.isMarked ? { ...landmark, kind: 'entry' as const } : landmark,
    )
  const start = (source.frontMatter?.endLine ?? 0) + 1
  const at = source.lines.findIndex(
    (text, index) => index + 1 >= start && text.trim() !== '' && !source.commentLines.has(index + 1),
  )
  // Rules and comments alone say nothing.
  if (at < 0 || !trimLayout({ line: at + 1, endLine: source.lines.length }, source).inner) return []
  const text = (source.lines[at] ?? '').trim()
  const isTitle =
    text.length <= 80 && !/[。；;.]$/.test(text) && !source.code.has(at) && /[\p{L}\p{N}]/u.test(text)
  const stem = stemOf(fileName).replace(/^\d+(\.\d+)+\s+/, '')
  const said = source.frontMatter?.title ?? (asksSomething(stem) ? stem : undefined)
  if (said) return [{ ...base, line: at + 1, from: at + 1, to: at, raw: said }]
  const alone =
    source.blocks.length > 1 && source.blocks[0]?.kind === 'paragraph' && source.blocks[0].endLine === at + 1
  if (isTitle && (alone || source.blocks.length === 1))
    return [{ ...base, line: at + 1, from: at + 1, to: at + 1, raw: text }]
  return [{ ...base, line: at + 1, from: at + 1, to: at, raw: stem }]
}

function addFrontMatter({ pieces }: Proposal, { frontMatter }: Source): void {
  if (frontMatter)
    pieces.push({ kind: 'front_matter', line: 1, endLine: frontMatter.endLine, indent: 0, lead: 0 })
}

/** Puts lines without a target of their own into one piece, blank lines at its ends left out. */
function addText(
  { pieces }: Proposal,
  kind: 'note_text' | 'layout',
  range: { line: number; endLine: number },
  { lines }: Source,
): void {
  let { line, endLine } = range
  while (line <= endLine && (lines[line - 1] ?? '').trim() === '') line++
  while (endLine >= line && (lines[endLine - 1] ?? '').trim() === '') endLine--
  if (line <= endLine) pieces.push({ kind, line, endLine, indent: 0, lead: 0 })
}

function addSection(
  proposal: Proposal,
  landmark: Landmark,
  end: number,
  parent: number | null,
  source: Source,
): number {
  const index = proposal.sections.length
  const { inner, outer } = trimLayout({ line: landmark.to + 1, endLine: end }, source)
  const indent = inner ? commonIndent(inner, landmark.indent, source) : 0
  const text: Piece[] = inner ? [{ kind: 'section_text', ...inner, section: index, indent, lead: 0 }] : []
  const section: ProposedSection = {
    line: landmark.line,
    title: landmark.verbatim ? landmark.raw : sectionTitle(landmark.raw),
    rawHeading: landmark.raw,
    level: Math.min(6, Math.ceil(landmark.level)),
    parent,
    text: text[0] ? textOfPiece(text[0], source.lines) : '',
  }
  proposal.sections.push(section)
  const heading: Piece = {
    kind: 'section_heading',
    line: landmark.from,
    endLine: landmark.to,
    section: index,
    indent: 0,
    lead: 0,
  }
  const layout = outer.map((range): Piece => ({ kind: 'layout', ...range, indent: 0, lead: 0 }))
  proposal.pieces.push(...[heading, ...text, ...layout].sort((a, b) => a.line - b.line))
  return index
}

function addEntry(
  proposal: Proposal,
  landmark: Landmark,
  end: number,
  section: number | null,
  heading: Heading,
  source: Source,
): void {
  const index = proposal.entries.length
  const body = readBody(landmark, end, source)
  const inline = landmark.inline ?? (landmark.depth === 0 ? inlineAnswerOf(heading.title) : undefined)
  const entry: ProposedEntry = {
    line: landmark.line,
    endLine: end,
    kind: landmark.depth > 0 ? `h${landmark.depth}` : 'bare',
    title: heading.title || plainText(landmark.raw) || '…',
    rawHeading: landmark.raw,
    section,
    context: heading.whole ?? '',
    answers: inline === undefined ? [] : [{ markdown: inline, inline: true }],
    aliases: body.aliases,
    tags: [...new Set([...body.tags, ...(source.frontMatter?.tags ?? [])])],
    encounter: heading.encounter,
    state: 'unanswered',
  }
  if (landmark.from <= landmark.to)
    proposal.pieces.push({
      kind: 'entry_heading',
      line: landmark.from,
      endLine: landmark.to,
      entry: index,
      indent: 0,
      lead: 0,
    })
  for (const { kind, ...range } of body.pieces) {
    const piece: Piece = { kind, ...range, ...(kind !== 'layout' && { entry: index }) }
    if (kind === 'entry_context') entry.context = contextOf(heading.whole, textOfPiece(piece, source.lines))
    if (kind === 'answer')
      piece.answer = entry.answers.push({ markdown: textOfPiece(piece, source.lines), inline: false }) - 1
    proposal.pieces.push(piece)
  }
  entry.state = stateOf(entry)
  proposal.entries.push(entry)
}

/** The state a reader would see: that of the best answer. */
function stateOf({ answers }: ProposedEntry): EntryState {
  const said = answers.map(({ markdown }) => substanceOf(markdown))
  if (said.includes('full')) return 'answered'
  return said.includes('some') ? 'partial' : 'unanswered'
}
