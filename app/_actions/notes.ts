'use server'

import { notePath } from '#lib/entries/entry'
import { MakeNote, makeNote as makeNoteVerb } from '#lib/notes/make-note'
import { MakeSection, makeSection as makeSectionVerb } from '#lib/notes/make-section'
import { RenameNote, renameNote as renameNoteVerb } from '#lib/notes/rename-note'
import { Departure } from './departure.ts'
import { leadOnWithoutScripts, personAction } from './form-action.ts'

export const makeNote = personAction(MakeNote, async (viewer, note) => {
  throw new Departure(notePath(await makeNoteVerb(viewer, note)))
})

export const renameNote = personAction(RenameNote, async (viewer, note) => {
  const { shortId, title } = await renameNoteVerb(viewer, note)
  const path = notePath({ shortId, title })
  await leadOnWithoutScripts(path)
  return { path, title }
})

export const makeSection = personAction(MakeSection, async (viewer, section) => {
  const { note, shortId } = await makeSectionVerb(viewer, section)
  throw new Departure(`${notePath(note)}#s-${shortId}`)
})
