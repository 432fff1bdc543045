import { type SelectedPassage, selectedPassage } from './passage.ts'

/** Milliseconds without a change before a selection counts as made. */
const settled = 180

/** The bar over selected words: what is wrong with them, for whoever is signed in. `s` opens it by keyboard. */
export function watchSelections(): void {
  const bar = document.querySelector<HTMLElement>('#passage-bar')
  if (!bar) return
  let timer: ReturnType<typeof setTimeout> | undefined
  let selected: SelectedPassage | undefined
  const show = () => {
    selected = isMember() ? selectedPassage() : undefined
    bar.hidden = !selected
    if (selected) place(bar, selected.range)
  }
  document.addEventListener('selectionchange', () => {
    clearTimeout(timer)
    timer = setTimeout(show, settled)
  })
  addEventListener('resize', show)
  // The button must not take the selection away before it is read.
  bar.addEventListener('pointerdown', (event) => event.preventDefault())
  bar.addEventListener('keydown', (event) => moveAmongButtons(bar, event))
  bar.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-wish]') : null
    if (button && selected) void open(selected, button.dataset.wish ?? 'correct')
  })
}

/** Opens the form for the selected words, or leads to suggesting a change to the whole text where nothing is selected. */
export function suggestByKey(): void {
  const selected = isMember() ? selectedPassage() : undefined
  if (selected) void open(selected, 'correct')
  else document.querySelector<HTMLAnchorElement>('a[data-suggest]:not([hidden])')?.click()
}

async function open(selected: SelectedPassage, wish: string): Promise<void> {
  const { openPassageForm } = await import('./passage-form.ts')
  openPassageForm(selected, wish)
}

const isMember = () => Boolean(document.documentElement.dataset.viewer)

/** Above the words, or below where the window ends; phones keep it at their lower edge, clear of their own menu. */
function place(bar: HTMLElement, range: Range): void {
  const words = range.getBoundingClientRect()
  const { width, height } = bar.getBoundingClientRect()
  const left = Math.min(Math.max(8, words.left + words.width / 2 - width / 2), innerWidth - width - 8)
  const above = words.top - height - 8
  const top = above > 64 ? above : Math.min(words.bottom + 8, innerHeight - height - 8)
  bar.style.setProperty('--left', `${left + scrollX}px`)
  bar.style.setProperty('--top', `${top + scrollY}px`)
}

function moveAmongButtons(bar: HTMLElement, event: KeyboardEvent): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (!step) return
  const buttons = [...bar.querySelectorAll('button')]
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement) // a button of the bar has the focus: the key came from it
  buttons[(at + step + buttons.length) % buttons.length]?.focus()
  event.preventDefault()
}
