import type { KeyboardEvent, ReactNode } from 'react'
import { isComposing, isMod } from '../_editor/key-names.ts'
import { NoteAbove } from './note-above.tsx'
import { SaveBar, type SaveBarProps } from './save-bar.tsx'
import type { useEditing } from './use-editing.ts'
import type { Head } from './version.ts'
import './edit.css'

type Props = Omit<SaveBarProps, 'children' | 'draftState' | 'isReady' | 'myText'> &
  Partial<Pick<SaveBarProps, 'myText'>> & {
    editing: ReturnType<typeof useEditing>
    head: Head
    /** Something must be decided before it can be saved. */
    isUndecided?: boolean
    /** What is said with it in the bar: why it was changed. */
    fields?: ReactNode
    /** What is written. */
    children: ReactNode
  }

/** What stands around whatever is written: notes above it, the bar that saves below it, and the key that saves. */
export function WritingFrame({ editing, head, isUndecided = false, fields, children, ...bar }: Props) {
  const { words, path, isSaving, onSave, myText = () => editing.now.current.markdown } = bar
  const isOpen = editing.opened !== null
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent) || !isMod(event, 's')) return
    event.preventDefault()
    onSave()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key that saves, wherever the focus is.
    <div className="edit" onKeyDown={onKeyDown} data-ready={isOpen ? '' : undefined}>
      <div className="edit-text" inert={isSaving}>
        <NoteAbove {...{ editing, head, words, path }} />
        {children}
      </div>
      <SaveBar {...bar} isReady={isOpen && !isUndecided} draftState={editing.draftState} myText={myText}>
        {fields}
      </SaveBar>
    </div>
  )
}
