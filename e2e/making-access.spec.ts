import { findTrouble } from './axe.ts'
import { expect, test } from './fixtures.ts'

type Place = { entry: string; note: string; section: string; title: string }
/** Pages with the element that says that they are ready, in two groups of about the same work. */
const groups: Record<string, (at: Place) => [path: string, ready: string][]> = {
  'questions and answers are written': ({ entry, note, title }) => [
    [`/entries/new?${new URLSearchParams({ note, title })}`, '.near .row'],
    [`/entries/${entry}/answer`, '.edit[data-ready]'],
    [`/entries/${entry}/tags`, '.tag-field input'],
  ],
  'notes and sections are made': ({ note, section }) => [
    ['/notes/new', '.form input[name=title]'],
    [`/notes/${note}/edit`, '.form input[name=title]'],
    [`/notes/${note}/sections/new`, '.form input[name=title]'],
    [`/sections/${section}/edit`, '.edit[data-ready]'],
  ],
}

for (const [name, pagesOf] of Object.entries(groups)) {
  test(`axe finds nothing where ${name}, light and dark`, async ({ page, signInAs, sql }) => {
    await signInAs('editor')
    const [at] = await sql<Place[]>`
      select entry.short_id as entry, note.short_id as note, section.short_id as section, revision.title
      from entry join note on note.id = entry.note_id join section on section.id = entry.section_id
      join revision on revision.id = entry.head_revision_id order by entry.id limit 1`
    for (const [path, ready] of pagesOf(at!)) {
      await page.goto(path)
      await page.locator(ready).first().waitFor()
      if (ready === '.tag-field input') await page.locator(ready).first().fill('m')
      expect([path, await findTrouble(page)]).toEqual([path, []])
    }
  })
}
