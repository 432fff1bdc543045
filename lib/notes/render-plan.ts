import { idPrefixOf } from '#lib/entries/render-text'
import { renderMarkdown } from '#lib/rendering/render'
import type { ImageUrls, Rendered } from '#lib/rendering/rendered'
import type { Plan } from './plan-import.ts'

/** Renders every text that an import will write, by id of section, entry or answer, before its transaction begins. */
export async function renderPlan(plan: Plan, images: ImageUrls): Promise<Map<string, Rendered>> {
  const texts = [
    ...plan.sections
      .filter(({ isNew }) => isNew)
      .map(({ id, proposed }) => ({ id, markdown: proposed.text })),
    ...plan.entries
      .filter(({ isNew }) => isNew)
      .map(({ id, proposed }) => ({ id, markdown: proposed.context })),
    ...plan.entries.flatMap(({ answers }) => answers.filter(({ isNew }) => isNew)),
    ...plan.revisions.map(({ subject, text }) => ({ id: subject.id, markdown: text.markdown })),
  ]
  const rendered = texts.map(
    async ({ id, markdown }): Promise<[string, Rendered]> => [
      id,
      await renderMarkdown(markdown, { images, idPrefix: idPrefixOf(id) }),
    ],
  )
  return new Map(await Promise.all(rendered))
}

/** The rendering of one text. Throws where it was forgotten. */
export function renderedOf(rendered: Map<string, Rendered>, id: string): Rendered {
  const found = rendered.get(id)
  if (!found) throw new Error(`The text of ${id} was not rendered before it was to be written.`)
  return found
}
