import { words } from './words.ts'

const shownFor = 1_600

/** Puts a copy button on each block of code. */
export function addCopyButtons(): void {
  for (const figure of document.querySelectorAll<HTMLElement>('figure.code')) {
    const code = figure.querySelector('pre')
    if (!code) continue
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'copy-code'
    button.textContent = words().copy
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(code.textContent)
      flash(button, words().copied)
    })
    figure.append(button)
  }
}

/** Buttons that copy what stands at an address of this site: a question as Markdown. */
export function copyFromAddress(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy-from]')) {
    const label = button.querySelector<HTMLElement>('[role=status]') ?? button
    button.addEventListener('click', async () => {
      try {
        await copyText(button.dataset.copyFrom ?? '')
        flash(label, button.dataset.done ?? '')
      } catch {
        flash(label, button.dataset.failed ?? '')
      }
    })
  }
}

async function copyText(address: string): Promise<void> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  await navigator.clipboard.writeText(await response.text())
}

function flash(element: HTMLElement, text: string): void {
  const before = element.dataset.label ?? element.textContent ?? ''
  element.dataset.label = before
  element.textContent = text
  element.dataset.flash = ''
  setTimeout(() => {
    element.textContent = before
    delete element.dataset.flash
  }, shownFor)
}
