'use client'

import { type KeyboardEvent, useRef, useState } from 'react'
import { ConflictView } from '../_edit/conflict-view.tsx'
import type { EditWords } from '../_edit/edit-words.ts'
import { findEntries } from '../_edit/find-entries.ts'
import { findPeople } from '../_edit/find-people.ts'
import { NoteAbove } from '../_edit/note-above.tsx'
import { SaveBar } from '../_edit/save-bar.tsx'
import { TitleField } from '../_edit/title-field.tsx'
import { uploadPicture } from '../_edit/upload-picture.ts'
import { type Text, useEditing } from '../_edit/use-editing.ts'
import { type Clash, useSubmit } from '../_edit/use-submit.ts'
import { Editor } from '../_editor/editor.tsx'
import { isComposing, isMod } from '../_editor/key-names.ts'
import type { EditorLabels } from '../_editor/labels.ts'
import { ReasonFields, type Reasons, readReasons } from './reason-fields.tsx'
import { type Sending, sendAs } from './send-as.ts'
import type { SuggestWords } from './suggest-words.ts'
import '../_edit/edit.css'

type Props = {
  text: Text & { kind: 'suggest-entry' | 'suggest-answer' | 'amend' }
  sending: Sending
  reasons: Reasons
  /** Where the text and the proposal changed the same sentences: decided first. */
  clash?: Omit<Clash, 'mine' | 'isDecided' | 'status'>
  /** The page one comes from, and where this form stands. */
  path: string
  editPath: string
  noteId: string
  images: Record<string, string>
  words: EditWords
  suggest: SuggestWords
  labels: EditorLabels
  refusals: Record<string, string>
}

/** Words a change to a whole text in the editor: as a new correction, anew, or while accepting it. Drafts as everywhere. */
export function CorrectionEditing({
  text,
  sending,
  reasons,
  path,
  editPath,
  noteId,
  images,
  ...said
}: Props) {
  const { words, suggest, labels, refusals } = said
  const editing = useEditing(text)
  const current = useRef<(() => string) | null>(null)
  const fields = useRef<HTMLFormElement>(null)
  const { opened, now } = editing
  const [clash, setClash] = useState<Clash | null>(
    said.clash
      ? {
          ...said.clash,
          status: 'conflict',
          mine: { title: text.head.title, markdown: text.head.markdown, baseId: text.head.id },
          isDecided: false,
        }
      : null,
  )
  const { submit, isSaving, trouble } = useSubmit({
    editing,
    send: sendAs(sending),
    leaveTo: ({ path: next }) => ({ path: next, notice: suggest[sending.way] }),
    words,
    refusals,
  })
  const save = () => {
    if (isSaving || !opened || (clash && !clash.isDecided)) return
    if (!clash && current.current) editing.change({ markdown: current.current() })
    const { title, markdown, baseId } = now.current
    void submit({ title, markdown, baseId: baseId ?? '', reasons: readReasons(fields.current) })
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
        <NoteAbove editing={editing} head={text.head} words={words} path={path} />
        {clash ? (
          <ConflictView
            clash={clash}
            words={words}
            onDecide={(version, isDecided) => {
              editing.change(version)
              setClash({ ...clash, isDecided })
            }}
            onContinue={() => {
              setClash(null)
              editing.open(now.current)
            }}
          />
        ) : (
          opened && (
            <>
              {text.head.title === null ? null : (
                <TitleField title={editing.title} label={words.title} onChange={editing.writeTitle} />
              )}
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
                autoFocus={text.head.title === null}
              />
            </>
          )
        )}
        <ReasonFields fields={fields} way={sending.way} reasons={reasons} words={suggest} />
      </div>
      <SaveBar
        {...{ words, isSaving, trouble, path, editPath }}
        action={suggest[`${sending.way}Action`]}
        activity={null}
        hasMoved={false}
        onSave={save}
        isReady={opened !== null && (!clash || clash.isDecided)}
        draftState={editing.draftState}
        myText={() => now.current}
      />
    </div>
  )
}
