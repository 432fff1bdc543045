import { database } from '#db/client'
import type { SignedIn } from '#lib/auth/viewer'
import { Title } from '#lib/entries/input'
import { renderText } from '#lib/entries/render-text'
import { Refusal } from '#lib/refusal'
import { mergeInWorker } from '#lib/rendering/render'
import { isClaim } from './correction.ts'
import { joinedEvidence, Words } from './evidence.ts'
import type { ProposeWords } from './input.ts'
import { mayPropose } from './policy.ts'
import { previewRev } from './preview.ts'
import { type Proposed, propose } from './propose.ts'
import { listOpenOf, type OpenOne } from './require-correction.ts'
import { requireBase, requireTarget, type TextOfEntry } from './require-target.ts'
import { reword } from './reword.ts'

/**
 * Proposes that words selected in a page say something else; the rest of the source stays to the letter. Where the viewer has an
 * open correction of this text, the words join it. Throws what `propose` throws; Refusal `invalid` with `reason` `passage` or
 * `source` where the words cannot be found or not be replaced alone: then the editor is the way.
 */
export async function proposeWords(
  viewer: SignedIn,
  { replacement, ...wanted }: ProposeWords,
): Promise<Proposed> {
  if (!mayPropose(viewer)) throw new Refusal('forbidden', 'Only members propose corrections.')
  const head = await requireTarget(database(), wanted.target)
  const text = await textOf(head, { ...wanted, replacement })
  const own = (await listOpenOf(database(), wanted.target)).find(({ authorId }) => authorId === viewer.id)
  return propose(viewer, own ? await joined(own, head, { ...wanted, ...text }) : { ...wanted, ...text })
}

type Text = { title: string | null; markdown: string }

async function textOf(
  head: TextOfEntry,
  { target, baseRevisionId, passage, replacement }: ProposeWords,
): Promise<Text> {
  const base = await requireBase(target, baseRevisionId)
  const title = base.title === null ? null : retitled(base.title, passage, replacement)
  if (title !== null) return { title, markdown: base.markdown }
  const render = (markdown: string) => renderText(head.noteId, target.id, markdown)
  return { title: null, markdown: await reword(base.markdown, { passage, replacement }, render) }
}

/** A question's title is no part of its text: words of it are told by standing there with all that is around them. */
function retitled(
  title: string,
  { quote, prefix, suffix }: ProposeWords['passage'],
  replacement: string,
): string | null {
  if (prefix + suffix === '' && quote !== title) return null
  if (!title.includes(prefix + quote + suffix)) return null
  const at = title.indexOf(prefix + quote + suffix) + prefix.length
  const read = Title.safeParse(title.slice(0, at) + replacement + title.slice(at + quote.length))
  if (!read.success) throw new Refusal('invalid', 'This is no title.', { reason: 'title' })
  return read.data
}

type Wanted = Parameters<typeof propose>[1]

/** What one proposed before and these words together; where both change a sentence, the newer words count. */
async function joined(own: OpenOne, head: TextOfEntry, wanted: Wanted): Promise<Wanted> {
  const { target } = wanted
  const before = await previewRev({ ...own, subject: target }, head, own.wording)
  // What clashes with the text by now cannot be joined with anything: it is for its author to resolve.
  if (before.outcome !== 'clean')
    throw new Refusal('conflict', 'Your open correction clashes with the text.', {
      reason: 'own-conflict',
      correction: own.shortId,
    })
  const base = await requireBase(target, wanted.baseRevisionId)
  const onHead = await mergeInWorker(base.markdown, wanted.markdown, head.markdown)
  if (!onHead.clean)
    throw new Refusal('conflict', 'The text has changed while you were reading.', { reason: 'moved' })
  const merged = await mergeInWorker(head.markdown, onHead.text, before.markdown)
  const markdown = merged.clean
    ? merged.text
    : merged.hunks.map((hunk) => (hunk.kind === 'same' ? hunk.text : hunk.mine)).join('')
  const { kind, wording } = own
  return {
    ...wanted,
    baseRevisionId: head.headId,
    title: wanted.title ?? before.title,
    markdown,
    kind: isClaim(kind) ? kind : wanted.kind,
    rationale: joinedWords(wording.rationale, wanted.rationale),
    evidence: joinedEvidence(wording.evidence, wanted.evidence).slice(0, 10),
  }
}

function joinedWords(before: string, more: string): string {
  if (before.includes(more)) return before
  const read = Words.safeParse(`${before}\n\n${more}`)
  if (!read.success) throw new Refusal('too-large', 'Together these reasons are too long.')
  return read.data
}
