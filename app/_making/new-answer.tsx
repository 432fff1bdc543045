'use client'

import { type KeyboardEvent, useRef } from 'react'
import { answer } from '../_actions/making.ts'
import type { EditWords } from '../_edit/edit-words.ts'
import { findEntries } from '../_edit/find-entries.ts'
import { findPeople } from '../_edit/find-people.ts'
import { NoteAbove } from '../_edit/note-above.tsx'
import { SaveBar } from '../_edit/save-bar.tsx'
import { uploadPicture } from '../_edit/upload-picture.ts'
import { useEditing } from '../_edit/use-editing.ts'
import { useSubmit } from '../_edit/use-submit.ts'
import type { Draft } from '../_edit/version.ts'
import { Editor } from '../_editor/editor.tsx'
import { isComposing, isMod } from '../_editor/key-names.ts'
import type { EditorLabels } from '../_editor/labels.ts'
import type { MakingWords } from './making-words.ts'
import '../_edit/edit.css'

type Props = {
  entryId: string
  personId: string
  draft: Draft | null
  noteId: string
  /** The question's page. */
  path: string
  images: Record<string, string>
  words: EditWords
  making: MakingWords
  labels: EditorLabels
  refusals: Record<string, string>
}

const nothing = { id: null, number: 0, title: null, markdown: '' }

/** Writes a new answer: the editor, drafts here and on the server, and saving, which may be tried again without harm. */
export function NewAnswer({ entryId, personId, draft, noteId, path, images, ...said }: Props) {
  const { words, making, labels, refusals } = said
  const editing = useEditing({ kind: 'new-answer', id: entryId, personId, head: nothing, draft })
  const current = useRef<(() => string) | null>(null)
  const { opened, now } = editing
  const { submit, isSaving, trouble } = useSubmit({
    editing,
    send: answer,
    leaveTo: ({ shortId }) => ({ path: `${path}#a-${shortId}`, notice: making.answered }),
    words,
    refusals,
  })
  const save = () => {
    if (isSaving || !opened) return
    if (current.current) editing.change({ markdown: current.current() })
    void submit({ entry: entryId, markdown: now.current.markdown })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent) || !isMod(event, 's')) return
    event.preventDefault()
    save()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key that saves, wherever the focus is.
    <div className="edit" onKeyDown={onKeyDown} data-ready={opened ? '' : undefined}>
      <div className="edit-text" inert={isSaving}>
        <NoteAbove editing={editing} head={nothing} words={words} path={path} />
        {opened && (
          <Editor
            key={opened.turn}
            markdown={opened.version.markdown}
            labels={labels}
            current={current}
            onChange={(markdown) => editing.change({ markdown })}
            onSave={save}
            searchEntries={findEntries}
            searchPeople={findPeople}
            uploadImage={(file) => uploadPicture(noteId, file, words)}
            imageUrl={(src) => images[src] ?? (src.startsWith('/assets/') ? src : null)}
            autoFocus
          />
        )}
      </div>
      <SaveBar
        {...{ words, isSaving, trouble, path }}
        action={making.saveAnswer}
        activity={null}
        hasMoved={false}
        editPath={`${path}/answer`}
        onSave={save}
        isReady={opened !== null}
        draftState={editing.draftState}
        myText={() => now.current}
      />
    </div>
  )
}
