import { getTranslations } from 'next-intl/server'
import type { EditorLabels } from '../_editor/labels.ts'
import words from '../_i18n/messages/en.json'

/** The words of the editor and of what stands around it; `{…}` are left for the browser to fill in. */
export type EditWords = typeof words.edit

export async function readEditWords(): Promise<{ words: EditWords; labels: EditorLabels }> {
  const edit = await getTranslations('edit')
  const editor = await getTranslations('editor')
  const around = keysOf(words.edit).map((name) => [name, edit.raw(name)])
  const inside = keysOf(words.editor).map((name) => [name, editor.raw(name)])
  const labels: typeof words.editor = Object.fromEntries(inside)
  return { words: Object.fromEntries(around), labels }
}

function keysOf<Words extends object>(room: Words): (keyof Words & string)[] {
  return Object.keys(room) as (keyof Words & string)[] // a plain object of ours has no other keys
}
