import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'

type Options = {
  upload: ((file: File) => Promise<{ src: string }>) | null
  uploading: string
  onError: (message: string) => void
}
type Mark = { add?: { id: object; at: number; text: string }; remove?: { id: object } }

const key = new PluginKey<DecorationSet>('pictures')

/** Pictures that are pasted or dropped are stored and put into the text; a note holds their place until they are. */
export const Pictures = Extension.create<Options>({
  name: 'pictures',
  addOptions: () => ({ upload: null, uploading: '', onError: () => {} }),

  addProseMirrorPlugins() {
    const { options } = this
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply(transaction, set) {
            const shown = set.map(transaction.mapping, transaction.doc)
            const mark: Mark | undefined = transaction.getMeta(key)
            if (mark?.add) return shown.add(transaction.doc, [placeholder(mark.add)])
            if (mark?.remove)
              return shown.remove(shown.find(undefined, undefined, ({ id }) => id === mark.remove?.id))
            return shown
          },
        },
        props: {
          decorations: (state) => key.getState(state),
          handlePaste: (view, { clipboardData }) =>
            !showsWords(clipboardData) &&
            take(view, clipboardData?.files, view.state.selection.from, options),
          handleDrop: (view, event, _, moved) => {
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos
            return !moved && take(view, event.dataTransfer?.files, at ?? view.state.selection.from, options)
          },
        },
      }),
    ]
  },
})

/** Spreadsheets and documents put a picture of their words beside them. */
function showsWords(data: DataTransfer | null): boolean {
  const html = data?.getData('text/html') ?? ''
  return new DOMParser().parseFromString(html, 'text/html').body.textContent.trim() !== ''
}

/**
 * Stores pictures and puts them where `at` was when they came; false where there are no files or nobody stores them. Any other file
 * is refused by its name: left to the browser it would be opened in place of the page.
 */
export function take(view: EditorView, files: FileList | undefined, at: number, options: Options): boolean {
  const { upload, onError } = options
  if (!files?.length || !upload) return false
  for (const file of files)
    if (file.type.startsWith('image/')) void store(view, file, at, upload, options)
    else onError(file.name)
  return true
}

async function store(
  view: EditorView,
  file: File,
  at: number,
  upload: NonNullable<Options['upload']>,
  options: Options,
) {
  const id = {}
  const add = { id, at, text: `${options.uploading} ${file.name}` }
  view.dispatch(view.state.tr.setMeta(key, { add }))
  try {
    const { src } = await upload(file)
    if (view.isDestroyed) return
    const place = key.getState(view.state)?.find(undefined, undefined, (spec) => spec.id === id)[0]?.from
    const image = view.state.schema.nodes.image?.create({ src, alt: file.name.replace(/\.\w+$/, '') })
    const tr = view.state.tr.setMeta(key, { remove: { id } })
    // Where the place was deleted meanwhile, the picture is not wanted.
    if (place !== undefined && image) tr.insert(place, image)
    view.dispatch(tr)
  } catch (error) {
    if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, { remove: { id } }))
    options.onError(error instanceof Error ? error.message : file.name)
  }
}

function placeholder({ id, at, text }: NonNullable<Mark['add']>): Decoration {
  const show = () => {
    const dom = document.createElement('span')
    dom.className = 'editor-uploading'
    dom.textContent = text
    return dom
  }
  return Decoration.widget(at, show, { id })
}
