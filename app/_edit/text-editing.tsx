'use client'

import { useState } from 'react'
import type { Saved } from '#lib/entries/revise'
import type { EditorLabels } from '../_editor/labels.ts'
import { ConflictView } from './conflict-view.tsx'
import type { EditWords } from './edit-words.ts'
import { fill } from './fill.ts'
import type { Undoing } from './find-undoing.ts'
import { sendText } from './send-text.ts'
import { SummaryFields } from './summary-fields.tsx'
import { TextEditor } from './text-editor.tsx'
import { TitleField } from './title-field.tsx'
import { useActivity } from './use-activity.ts'
import { type Text, useEditing } from './use-editing.ts'
import { useSubmit } from './use-submit.ts'
import { WritingFrame } from './writing-frame.tsx'

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
    send: sendText,
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
    editing.collect()
    const { title, markdown, baseId } = now.current
    void submit({ kind, id: text.id, title, markdown, baseId: baseId ?? '', summary, minor })
  }
  return (
    <WritingFrame
      {...{ editing, words, isSaving, trouble, editPath, path }}
      writing={activity?.writing}
      head={text.head}
      onSave={save}
      isUndecided={clash !== null && !clash.isDecided}
      movedTo={opened && !clash && activity?.headId !== now.current.baseId ? activity?.number : undefined}
      fields={<SummaryFields {...{ words, summary, setSummary, minor, setMinor }} />}
    >
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
            <TextEditor
              key={opened.turn}
              markdown={opened.version.markdown}
              labels={labels}
              current={editing.current}
              onChange={(markdown) => editing.change({ markdown })}
              onSave={save}
              {...{ noteId, images, words }}
              autoFocus={kind === 'answer' && opened.takesFocus}
            />
          </>
        )
      )}
    </WritingFrame>
  )
}

function noticeOf({ outcome, number, mergedWith = [] }: Saved, words: EditWords): string {
  const said = { merged: words.merged, unchanged: words.unchanged, saved: words.savedAs }[outcome]
  return fill(said, { number, names: mergedWith.join(words.and) })
}
