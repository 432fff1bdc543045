'use client'

import { answer } from '../_actions/making.ts'
import type { EditWords } from '../_edit/edit-words.ts'
import { TextEditor } from '../_edit/text-editor.tsx'
import { useActivity } from '../_edit/use-activity.ts'
import { useEditing } from '../_edit/use-editing.ts'
import { useSubmit } from '../_edit/use-submit.ts'
import type { Draft } from '../_edit/version.ts'
import { WritingFrame } from '../_edit/writing-frame.tsx'
import type { EditorLabels } from '../_editor/labels.ts'
import type { MakingWords } from './making-words.ts'

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
  const { opened, now } = editing
  const { submit, isSaving, trouble } = useSubmit({
    editing,
    send: answer,
    leaveTo: ({ shortId }) => ({ path: `${path}#a-${shortId}`, notice: making.answered }),
    words,
    refusals,
  })
  const activity = useActivity('new-answer', entryId)
  const save = () => {
    if (isSaving || !opened) return
    editing.collect()
    void submit({ entry: entryId, markdown: now.current.markdown })
  }
  return (
    <WritingFrame
      {...{ editing, isSaving, trouble, path }}
      head={nothing}
      words={{ ...words, writing: making.answering }}
      writing={activity?.writing}
      action={making.saveAnswer}
      editPath={`${path}/answer`}
      onSave={save}
    >
      {opened && (
        <TextEditor
          key={opened.turn}
          markdown={opened.version.markdown}
          labels={labels}
          current={editing.current}
          onChange={(markdown) => editing.change({ markdown })}
          onSave={save}
          {...{ noteId, images, words }}
          autoFocus={opened.takesFocus}
        />
      )}
    </WritingFrame>
  )
}
