import { v7 } from 'uuid'
import type { Subject } from '#lib/entries/append-revision'
import { answersByEntry, entriesBefore, entriesNow, sectionsBefore, sectionsNow } from './comparables.ts'
import type { EarlierTexts, TitledText } from './earlier-texts.ts'
import { keepVanished, matchPieces } from './match.ts'
import type { Proposal, ProposedEntry, ProposedSection } from './proposal.ts'
import { reconcile } from './reconcile.ts'

/** The next version of a text that is there already. */
export type PlannedRevision = {
  subject: Subject
  base: { id: string; number: number }
  kind: 'import' | 'merge'
  text: TitledText
}
export type Conflict = {
  subject: Subject
  base: TitledText
  theirs: TitledText
  headRevisionId: string
  line: number
  title: string
}
export type PlannedAnswer = { id: string; isNew: boolean; position: number; markdown: string }
export type PlannedEntry = {
  id: string
  isNew: boolean
  sectionId: string | null
  proposed: ProposedEntry
  answers: PlannedAnswer[]
}
export type PlannedSection = {
  id: string
  isNew: boolean
  parentId: string | null
  proposed: ProposedSection
}

/** Everything that an import will write, decided before anything is written. */
export type Plan = {
  sections: PlannedSection[]
  entries: PlannedEntry[]
  revisions: PlannedRevision[]
  conflicts: Conflict[]
  /** Ids in their new order, with those that the file no longer has. */
  sectionOrder: string[]
  entryOrder: string[]
  /** Titles of questions that the last file had and this one lacks: they stay. */
  vanished: string[]
}

/** Compares what a file proposes with the note as it stands; without an earlier note everything is new. */
export function planImport(proposal: Proposal, earlier: EarlierTexts | null): Plan {
  const plan: Plan = {
    sections: [],
    entries: [],
    revisions: [],
    conflicts: [],
    sectionOrder: [],
    entryOrder: [],
    vanished: [],
  }
  planSections(plan, proposal, earlier)
  planEntries(plan, proposal, earlier)
  return plan
}

function planSections(plan: Plan, { sections }: Proposal, earlier: EarlierTexts | null): void {
  const before = earlier?.sections ?? []
  const matched = matchPieces(sectionsBefore(earlier), sectionsNow(sections))
  for (const [at, proposed] of sections.entries()) {
    const old = before[matched.get(at) ?? -1]
    const parentId = proposed.parent === null ? null : (plan.sections[proposed.parent]?.id ?? null)
    plan.sections.push({ id: old?.id ?? v7(), isNew: !old, parentId, proposed })
    if (old && earlier)
      review(
        plan,
        { kind: 'section', id: old.id },
        old,
        earlier,
        { title: proposed.title, markdown: proposed.text },
        proposed,
      )
  }
  plan.sectionOrder = keepVanished(
    plan.sections.map(({ id }) => id),
    before.map(({ id }) => id),
  )
}

function planEntries(plan: Plan, proposal: Proposal, earlier: EarlierTexts | null): void {
  const before = earlier?.entries ?? []
  const matched = matchPieces(entriesBefore(earlier), entriesNow(proposal))
  const answers = answersByEntry(earlier)
  for (const [at, proposed] of proposal.entries.entries()) {
    const old = before[matched.get(at) ?? -1]
    const sectionId = proposed.section === null ? null : (plan.sections[proposed.section]?.id ?? null)
    const id = old?.id ?? v7()
    if (old && earlier)
      review(
        plan,
        { kind: 'entry', id },
        old,
        earlier,
        { title: proposed.title, markdown: proposed.context },
        proposed,
      )
    plan.entries.push({
      id,
      isNew: !old,
      sectionId,
      proposed,
      answers: planAnswers(plan, proposed, (old && answers.get(id)) ?? [], earlier),
    })
  }
  const kept = new Set(plan.entries.map(({ id }) => id))
  plan.entryOrder = keepVanished(
    plan.entries.map(({ id }) => id),
    before.map(({ id }) => id),
  )
  plan.vanished = before
    .filter(({ id, trashed }) => !kept.has(id) && !trashed && earlier?.inFile.has(id))
    .map(({ title }) => title)
}

/** The same answer by its text, else the next one that came from a file and is not taken. */
function planAnswers(
  plan: Plan,
  proposed: ProposedEntry,
  before: EarlierTexts['answers'],
  earlier: EarlierTexts | null,
): PlannedAnswer[] {
  const free = new Set(before)
  const said = (answer: (typeof before)[number]) =>
    earlier?.inFile.get(answer.id)?.markdown ?? answer.markdown
  const equal = proposed.answers.map(({ markdown }) => {
    const old = [...free].find((answer) => said(answer) === markdown || answer.markdown === markdown)
    if (old) free.delete(old)
    return old
  })
  return proposed.answers.map(({ markdown }, position) => {
    const old = equal[position] ?? [...free].find(({ id }) => earlier?.inFile.has(id))
    if (!old || !earlier) return { id: v7(), isNew: true, position: before.length + position, markdown }
    free.delete(old)
    review(
      plan,
      { kind: 'answer', id: old.id },
      { ...old, title: null },
      earlier,
      { title: null, markdown },
      proposed,
    )
    return { id: old.id, isNew: false, position: old.position, markdown }
  })
}

type Standing = TitledText & { id: string; headId: string; headNumber: number; trashed: boolean }

/** Compares one text of the file with the same text in the wiki. What is in the trash stays there as it is. */
function review(
  plan: Plan,
  subject: Subject,
  old: Standing,
  earlier: EarlierTexts,
  theirs: TitledText,
  at: { line: number; title: string },
): void {
  if (old.trashed) return
  const base = earlier.inFile.get(old.id)
  const result = reconcile(base, { title: old.title, markdown: old.markdown }, theirs)
  if (result.outcome === 'written')
    plan.revisions.push({
      subject,
      base: { id: old.headId, number: old.headNumber },
      kind: result.kind,
      text: result.text,
    })
  if (result.outcome === 'conflict')
    plan.conflicts.push({
      subject,
      base: base ?? { title: theirs.title, markdown: '' },
      theirs,
      headRevisionId: old.headId,
      line: at.line,
      title: at.title,
    })
}
