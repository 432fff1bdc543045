import { CodeBlockLowlight } from '@tiptap/extension-code-block-lowlight'
import { languageNames, lowlight } from '../highlighting.ts'

type Options = { label: string }

/** A code block with its language in a field above it. The lines of code are ProseMirror's, the field is ours. */
export const codeBlockWith = ({ label }: Options) =>
  CodeBlockLowlight.extend({
    addNodeView() {
      return ({ node, getPos, editor }) => {
        let current = node
        const dom = document.createElement('div')
        dom.className = 'editor-code'
        const field = document.createElement('input')
        field.className = 'editor-code-language'
        field.setAttribute('aria-label', label)
        field.placeholder = label
        field.setAttribute('list', languageList())
        field.contentEditable = 'false'
        field.value = node.attrs.language ?? ''
        const pre = document.createElement('pre')
        const contentDOM = document.createElement('code')
        pre.append(contentDOM)
        dom.append(field, pre)
        const keep = () => {
          const at = getPos()
          const language = field.value.trim() || null
          if (at === undefined || language === current.attrs.language) return
          editor.view.dispatch(editor.state.tr.setNodeMarkup(at, undefined, { ...current.attrs, language }))
        }
        field.addEventListener('change', keep)
        field.addEventListener('keydown', (event) => {
          if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
          event.preventDefault()
          keep()
          editor.commands.focus()
        })
        return {
          dom,
          contentDOM,
          stopEvent: (event) => event.target === field,
          ignoreMutation: (mutation) => !contentDOM.contains(mutation.target),
          update: (updated) => {
            if (updated.type !== current.type) return false
            current = updated
            if (document.activeElement !== field) field.value = updated.attrs.language ?? ''
            return true
          },
        }
      }
    },
  }).configure({ lowlight, defaultLanguage: 'plaintext', enableTabIndentation: true })

function languageList(): string {
  const id = 'editor-code-languages'
  if (document.getElementById(id)) return id
  const list = document.createElement('datalist')
  list.id = id
  for (const name of languageNames) {
    const option = document.createElement('option')
    option.value = name
    list.append(option)
  }
  document.body.append(list)
  return id
}
