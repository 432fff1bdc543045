import { Toolbar as Bar } from '@base-ui/react/toolbar'
import type { Editor } from '@tiptap/core'
import type { ReactNode } from 'react'
import { type Action, type ActionName, actions } from './actions.ts'
import { icons } from './icons.ts'
import { ariaKey, shownKey } from './key-names.ts'
import type { EditorLabels } from './labels.ts'
import { useEditorState } from './use-rich-text.ts'

const groups: ActionName[][] = [
  ['undo', 'redo'],
  ['heading2', 'heading3', 'heading4'],
  ['bold', 'italic', 'strike', 'highlight', 'code'],
  ['link', 'image', 'footnote', 'mathInline'],
  ['bulletList', 'orderedList', 'taskList'],
  ['quote', 'codeBlock', 'table'],
]
const tableGroups: ActionName[][] = [
  ['rowBefore', 'rowAfter', 'rowUp', 'rowDown', 'rowDelete'],
  ['columnBefore', 'columnAfter', 'columnLeft', 'columnRight', 'columnDelete'],
  ['alignLeft', 'alignCenter', 'alignRight', 'tableDelete'],
]

type Props = { editor: Editor; labels: EditorLabels; isSource?: boolean; children?: ReactNode }

/** What can be done, always in the same place; arrow keys go from button to button. A second row has what tables need. */
export function Toolbar({ editor, labels, isSource = false, children }: Props) {
  useEditorState(editor)
  return (
    <div className="editor-bars">
      <Row groups={isSource ? [] : groups} editor={editor} labels={labels} name={labels.toolbar}>
        <Bar.Group className="editor-bar-group end">{children}</Bar.Group>
      </Row>
      {!isSource && editor.isActive('table') && (
        <Row groups={tableGroups} editor={editor} labels={labels} name={labels.tableTools} />
      )}
    </div>
  )
}

function Row({ groups, editor, labels, name, children }: Props & { groups: ActionName[][]; name: string }) {
  return (
    <Bar.Root className="editor-bar" aria-label={name}>
      {groups.map((group) => (
        <Bar.Group className="editor-bar-group" key={group[0]}>
          {group.map((action) => (
            <ToolButton key={action} name={action} editor={editor} labels={labels} />
          ))}
        </Bar.Group>
      ))}
      {children}
    </Bar.Root>
  )
}

function ToolButton({ name, editor, labels }: { name: ActionName; editor: Editor; labels: EditorLabels }) {
  const action: Action = actions[name]
  const Icon = icons[name]
  return (
    <BarButton
      label={labels[name]}
      shortcut={action.key}
      pressed={action.isActive?.(editor)}
      disabled={action.isPossible ? !action.isPossible(editor) : false}
      onClick={() => action.run(editor)}
    >
      <Icon size={17} aria-hidden />
    </BarButton>
  )
}

type ButtonProps = {
  label: string
  shortcut?: string | undefined
  pressed?: boolean | undefined
  disabled?: boolean
  onClick: () => void
  children: ReactNode
}

/** A button of a bar, which says its name and key when pointed at or reached by key. */
export function BarButton({ label, shortcut, pressed, disabled = false, onClick, children }: ButtonProps) {
  return (
    <Bar.Button
      className="editor-button"
      aria-label={label}
      aria-pressed={pressed}
      aria-keyshortcuts={shortcut && ariaKey(shortcut)}
      data-tip={shortcut ? `${label}  ${shownKey(shortcut)}` : label}
      disabled={disabled}
      // The selection in the text must not be lost.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      {children}
    </Bar.Button>
  )
}
