import { Refusal } from '#lib/refusal'
import { pageShape, pageText } from '#lib/rendering/page-text'
import type { Rendered } from '#lib/rendering/rendered'
import { findPassage, type Passage } from '#lib/text/anchor'
import { carryEdits, leans } from '#lib/text/carry-edits'
import { applyEdits, OutOfTime } from '#lib/text/edits'

/** Milliseconds for finding the words in the source. */
const budget = 1_000

/**
 * The Markdown in which just these words of its page say something else: marks, links and everything around them stay. What comes
 * out was rendered again and reads as it was meant. Throws Refusal `invalid` with `reason` `passage` where the words are not in the
 * page (any more), `source` where they do not map to the source cleanly: then the whole text is to be edited.
 */
export async function reword(
  markdown: string,
  { passage, replacement }: { passage: Passage; replacement: string },
  render: (markdown: string) => Promise<Rendered>,
): Promise<string> {
  const { html } = await render(markdown)
  const page = pageText(html)
  const range = findPassage(page, passage)
  if (!range) throw new Refusal('invalid', 'These words are not in the text.', { reason: 'passage' })
  const meant = page.slice(0, range.from) + replacement + page.slice(range.to)
  const shape = pageShape(html)
  for (const spelling of spellingsOf(replacement)) {
    const mine = page.slice(0, range.from) + spelling + page.slice(range.to)
    for (const candidate of new Set(leans.flatMap((lean) => carried(page, mine, markdown, lean)))) {
      const made = (await render(candidate)).html
      if (squeezed(pageText(made)) === squeezed(meant) && pageShape(made) === shape) return candidate
    }
  }
  throw new Refusal('invalid', 'These words do not stand alone in the source.', { reason: 'source' })
}

/** As typed, and with what Markdown would read as marks escaped. */
const spellingsOf = (text: string): Set<string> => new Set([text, text.replace(/[\\`*_[\]<>~=$#|]/g, '\\$&')])

function carried(page: string, mine: string, markdown: string, lean: (typeof leans)[number]): string[] {
  try {
    return [applyEdits(markdown, carryEdits(page, mine, markdown, lean, performance.now() + budget))]
  } catch (error) {
    if (error instanceof OutOfTime) return []
    throw error
  }
}

const squeezed = (text: string): string => text.replace(/\s+/g, '')
