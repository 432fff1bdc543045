'use client'

import { useRef, useState } from 'react'
import { ConflictView } from '../_edit/conflict-view.tsx'
import type { EditWords } from '../_edit/edit-words.ts'
import { TextEditor } from '../_edit/text-editor.tsx'
import { TitleField } from '../_edit/title-field.tsx'
import { type Text, useEditing } from '../_edit/use-editing.ts'
import { type Clash, useSubmit } from '../_edit/use-submit.ts'
import { WritingFrame } from '../_edit/writing-frame.tsx'
import type { EditorLabels } from '../_editor/labels.ts'
import { ReasonFields, type Reasons, readReasons } from './reason-fields.tsx'
import { type Sending, sendAs } from './send-as.ts'
import type { SuggestWords } from './suggest-words.ts'

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
    editing.collect()
    const { title, markdown, baseId } = now.current
    void submit({ title, markdown, baseId: baseId ?? '', reasons: readReasons(fields.current) })
  }
  return (
    <WritingFrame
      {...{ editing, words, isSaving, trouble, path, editPath }}
      head={text.head}
      action={suggest[`${sending.way}Action`]}
      onSave={save}
      isUndecided={clash !== null && !clash.isDecided}
    >
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
            <TextEditor
              key={opened.turn}
              markdown={opened.version.markdown}
              labels={labels}
              current={editing.current}
              onChange={(markdown) => editing.change({ markdown })}
              onSave={save}
              {...{ noteId, images, words }}
              autoFocus={text.head.title === null && opened.takesFocus}
            />
          </>
        )
      )}
      <ReasonFields fields={fields} way={sending.way} reasons={reasons} words={suggest} />
    </WritingFrame>
  )
}
