'use client'

import { type KeyboardEvent, useRef, useState } from 'react'
import type { Saved } from '#lib/entries/revise'
import { saveText } from '../_actions/texts.ts'
import { Editor } from '../_editor/editor.tsx'
import { isComposing, isMod } from '../_editor/key-names.ts'
import type { EditorLabels } from '../_editor/labels.ts'
import { ConflictView } from './conflict-view.tsx'
import type { EditWords } from './edit-words.ts'
import { fill } from './fill.ts'
import { findEntries } from './find-entries.ts'
import { findPeople } from './find-people.ts'
import type { Undoing } from './find-undoing.ts'
import { NoteAbove } from './note-above.tsx'
import { SaveBar } from './save-bar.tsx'
import { SummaryFields } from './summary-fields.tsx'
import { TitleField } from './title-field.tsx'
import { uploadPicture } from './upload-picture.ts'
import { useActivity } from './use-activity.ts'
import { type Text, useEditing } from './use-editing.ts'
import { useSubmit } from './use-submit.ts'
import './edit.css'

type Props = {
  text: Text & { kind: 'entry' | 'answer' | 'section' }
  /** Where one comes from and goes back to. */
  path: string
  editPath: string
  /** The pictures of the text: target as written → URL. */
  images: Record<string, string>
  noteId: string
  words: EditWords
  labels: EditorLabels
  refusals: Record<string, string>
  /** One version is being taken back by hand. */
  undoing?: Undoing | undefined
}

/** Writes on one text: title where it has one, the editor, drafts, saving, and what to do when somebody else was faster. */
export function TextEditing(props: Props) {
  const { text, path, editPath, images, noteId, words, labels, refusals, undoing } = props
  const { kind } = text
  const editing = useEditing(text)
  const current = useRef<(() => string) | null>(null)
  const [summary, setSummary] = useState(undoing?.summary ?? '')
  const [minor, setMinor] = useState(false)
  const { opened, now } = editing
  const {
    submit,
    isSaving,
    clash: found,
    endClash,
    decide,
    trouble,
  } = useSubmit({
    editing,
    send: saveText,
    leaveTo: (saved) => ({ path, notice: noticeOf(saved, words) }),
    opening: undoing?.clash,
    words,
    refusals,
  })
  const activity = useActivity(kind, text.id)
  const isUndoing = found !== null && found.hunks === undoing?.clash.hunks
  // Somebody's own draft comes first: deciding would write over it.
  const clash = isUndoing && (!opened || editing.note?.kind === 'draft') ? null : found

  const save = () => {
    if (isSaving || !opened) return
    if (!clash && current.current) editing.change({ markdown: current.current() })
    const { title, markdown, baseId } = now.current
    void submit({ kind, id: text.id, title, markdown, baseId: baseId ?? '', summary, minor })
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
            key={clash.head.id}
            clash={clash}
            words={isUndoing ? { ...words, ...undoing?.words } : words}
            onDecide={decide}
            onContinue={() => {
              endClash()
              editing.open(now.current)
            }}
          />
        ) : (
          opened && (
            <>
              {kind !== 'answer' && (
                <TitleField
                  title={editing.title}
                  label={kind === 'entry' ? words.title : words.sectionTitle}
                  onChange={editing.writeTitle}
                />
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
                autoFocus={kind === 'answer'}
              />
            </>
          )
        )}
      </div>
      <SaveBar
        {...{ words, isSaving, trouble, activity, editPath, path }}
        onSave={save}
        isReady={opened !== null && (!clash || clash.isDecided)}
        draftState={editing.draftState}
        hasMoved={activity !== null && opened !== null && !clash && activity.headId !== now.current.baseId}
        myText={() => now.current}
      >
        <SummaryFields {...{ words, summary, setSummary, minor, setMinor }} />
      </SaveBar>
    </div>
  )
}

function noticeOf({ outcome, number, mergedWith = [] }: Saved, words: EditWords): string {
  const said = { merged: words.merged, unchanged: words.unchanged, saved: words.savedAs }[outcome]
  return fill(said, { number, names: mergedWith.join(words.and) })
}
