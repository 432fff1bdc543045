import { Image } from '@tiptap/extension-image'
import { EntryLink } from './entry-link.ts'
import { FootnoteReference } from './footnotes.ts'
import { MathBlock, MathInline } from './math.ts'
import { RawBlock, RawInline } from './raw.ts'

type ImageOptions = { imageUrl: (src: string) => string | null; missing: string }

/** How a formula looks; what KaTeX cannot read is shown as written. */
async function drawFormula(place: HTMLElement, tex: string, displayMode: boolean): Promise<void> {
  place.textContent = tex
  const { default: katex } = await import('katex')
  try {
    katex.render(tex, place, {
      output: 'mathml',
      displayMode,
      throwOnError: true,
      strict: 'ignore',
      maxExpand: 200,
      maxSize: 20,
    })
    place.classList.remove('math-error')
  } catch (error) {
    place.textContent = tex
    place.classList.add('math-error')
    place.title = error instanceof Error ? error.message.slice(0, 200) : ''
  }
}

const MathInlineShown = MathInline.extend({
  addNodeView:
    () =>
    ({ node }) => {
      const dom = document.createElement('span')
      dom.className = 'editor-math'
      void drawFormula(dom, node.attrs.tex, node.attrs.display)
      return { dom }
    },
})

const MathBlockShown = MathBlock.extend({
  addNodeView:
    () =>
    ({ node }) => {
      const dom = document.createElement('div')
      dom.className = 'editor-math math-block'
      void drawFormula(dom, node.attrs.tex, true)
      return { dom }
    },
})

/** A picture, or its name where it cannot be shown from here. */
export const imageShown = ({ imageUrl, missing }: ImageOptions) =>
  Image.extend({
    addNodeView:
      () =>
      ({ node }) => {
        const url = imageUrl(node.attrs.src ?? '')
        if (url === null) {
          const dom = document.createElement('span')
          dom.className = 'editor-missing-image'
          const name = node.attrs.alt || String(node.attrs.src).split(/[\\/]/).at(-1)
          dom.textContent = `${missing}: ${name}`
          return { dom }
        }
        const dom = document.createElement('img')
        dom.src = url
        dom.alt = node.attrs.alt ?? ''
        return { dom }
      },
  }).configure({ inline: true })

export const shownAtoms = [MathInlineShown, MathBlockShown, EntryLink, FootnoteReference, RawBlock, RawInline]
