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

// The end of a time-ordered key is its random part.
const idPrefixOf = (id: string): string => `t${id.slice(-6)}-`
