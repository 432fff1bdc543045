import type { Editor } from '@tiptap/core'
import { type RefObject, useEffect, useId, useLayoutEffect, useState } from 'react'
import { type Action, type ActionName, actions } from './actions.ts'
import { beside } from './beside.ts'
import type { EditorProps } from './editor-props.ts'
import { type Trigger, triggerKey } from './extensions/trigger-menu.ts'
import { icons } from './icons.ts'
import { shownKey } from './key-names.ts'
import type { EditorLabels } from './labels.ts'
import { useEditorState } from './use-rich-text.ts'

type Item = {
  id: string
  label: string
  hint?: string | undefined
  icon?: ActionName
  pick: (trigger: Trigger) => void
}
type Props = Pick<EditorProps, 'labels' | 'searchEntries' | 'searchPeople'> & {
  editor: Editor
  /** Set here, called by the editor for each key while a menu is open; true when the key was for the menu. */
  keys: RefObject<(event: KeyboardEvent) => boolean>
}

/** The menu that `/`, `[[` or `@` opened, under what was typed. */
export function TriggerList({ editor, labels, searchEntries, searchPeople, keys }: Props) {
  useEditorState(editor)
  const trigger = triggerKey.getState(editor.state) ?? null
  const [at, setAt] = useState(0)
  const items = useItems(editor, trigger, { labels, searchEntries, searchPeople })
  const id = useId()
  const chosen = items?.[Math.min(at, items.length - 1)]

  // biome-ignore lint/correctness/useExhaustiveDependencies: another query or menu begins at its first item.
  useEffect(() => setAt(0), [trigger?.kind, trigger?.query])
  useEffect(() => {
    const dom = editor.view.dom
    if (chosen) {
      dom.setAttribute('aria-controls', id)
      dom.setAttribute('aria-activedescendant', `${id}-${chosen.id}`)
    } else {
      dom.removeAttribute('aria-controls')
      dom.removeAttribute('aria-activedescendant')
    }
    document.getElementById(`${id}-${chosen?.id}`)?.scrollIntoView({ block: 'nearest' })
  }, [editor, chosen, id])
  // Before the menu is in sight: a key acts on what is shown, however soon it follows.
  useLayoutEffect(() => {
    keys.current = (event) => {
      if (!trigger) return false
      if (event.key === 'Escape') return close(editor)
      if (!items || items.length === 0) return false
      const step = { ArrowDown: 1, ArrowUp: items.length - 1 }[event.key]
      if (step !== undefined) {
        setAt((before) => (Math.min(before, items.length - 1) + step) % items.length)
        return true
      }
      if (event.key !== 'Enter' && event.key !== 'Tab') return false
      chosen?.pick(trigger)
      return true
    }
  }, [keys, editor, trigger, items, chosen])

  if (!trigger || !items) return null
  const name = { blocks: labels.blocks, entries: labels.entries, people: labels.people }[trigger.kind]
  return (
    <div
      className="editor-menu"
      id={id}
      role="listbox"
      tabIndex={0}
      aria-label={name}
      style={beside(editor, trigger.from, 288)}
    >
      {items.length === 0 && <p className="editor-menu-empty">{labels.noResults}</p>}
      {items.map((item) => (
        <MenuItem
          key={item.id}
          id={`${id}-${item.id}`}
          item={item}
          isChosen={item === chosen}
          onPick={() => item.pick(trigger)}
        />
      ))}
    </div>
  )
}

type MenuItemProps = { id: string; item: Item; isChosen: boolean; onPick: () => void }

function MenuItem({ id, item, isChosen, onPick }: MenuItemProps) {
  const Icon = item.icon ? icons[item.icon] : null
  return (
    <button
      type="button"
      role="option"
      id={id}
      tabIndex={-1}
      aria-selected={isChosen}
      className="editor-menu-item"
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      {Icon && <Icon size={16} aria-hidden />}
      <span>{item.label}</span>
      {item.hint && <small>{item.hint}</small>}
    </button>
  )
}

function close(editor: Editor): boolean {
  editor.view.dispatch(editor.state.tr.setMeta(triggerKey, 'close'))
  return true
}

const offered: ActionName[] = [
  'paragraph',
  'heading1',
  'heading2',
  'heading3',
  'heading4',
  'bulletList',
  'orderedList',
  'taskList',
  'quote',
  'codeBlock',
  'table',
  'image',
  'mathInline',
  'mathBlock',
  'footnote',
  'link',
  'entryLink',
  'rule',
]

type Sources = Pick<EditorProps, 'labels' | 'searchEntries' | 'searchPeople'>

/** What the menu offers; undefined where nobody answers such questions, and until the first answer. */
function useItems(editor: Editor, trigger: Trigger | null, { labels, searchEntries, searchPeople }: Sources) {
  const [found, setFound] = useState<{ kind: Trigger['kind']; items: Item[] }>()
  const kind = trigger?.kind
  const query = trigger?.query.trim() ?? ''

  useEffect(() => {
    if (kind !== 'entries' && kind !== 'people') return setFound(undefined)
    let current = true
    const ask = async (): Promise<Item[]> => {
      if (kind === 'entries') {
        const entries = (await searchEntries?.(query)) ?? []
        return entries.map(({ title, hint }, at) => ({
          id: `e${at}`,
          label: title,
          hint,
          pick: (place) => put(editor, place, { type: 'entryLink', attrs: { title } }),
        }))
      }
      const people = (await searchPeople?.(query)) ?? []
      return people.map(({ name, href, hint }, at) => ({
        id: `p${at}`,
        label: name,
        hint,
        pick: (place) => put(editor, place, [linkOn(`@${name}`, href), { type: 'text', text: ' ' }]),
      }))
    }
    const timer = setTimeout(() => {
      ask().then(
        (items) => current && setFound({ kind, items }),
        () => current && setFound({ kind, items: [] }),
      )
    }, 80)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [editor, kind, query, searchEntries, searchPeople])

  if (kind === 'blocks') return blockItems(editor, query, labels)
  return kind && found?.kind === kind ? found.items : undefined
}

function blockItems(editor: Editor, query: string, labels: EditorLabels): Item[] {
  const wanted = query.toLowerCase()
  const fits = (name: ActionName) => {
    const action: Action = actions[name]
    const words = `${labels[name]} ${name} ${action.words ?? ''}`.toLowerCase()
    return words.includes(wanted) && (action.isPossible?.(editor) ?? true)
  }
  return offered.filter(fits).map((name) => {
    const action: Action = actions[name]
    const hint = action.key && shownKey(action.key)
    return { id: name, label: labels[name], hint, icon: name, pick: (place) => act(editor, place, action) }
  })
}

function act(editor: Editor, { from, to }: Trigger, action: Action): void {
  editor.chain().focus().deleteRange({ from, to }).run()
  action.run(editor)
}

const linkOn = (text: string, href: string) => ({
  type: 'text',
  text,
  marks: [{ type: 'link', attrs: { href } }],
})

function put(
  editor: Editor,
  { from, to }: Trigger,
  content: Parameters<Editor['commands']['insertContentAt']>[1],
): void {
  editor.chain().focus().insertContentAt({ from, to }, content).run()
}
