'use client'

import { type RefObject, useEffect } from 'react'

/** `j` and `k` go through the pairs, `s` says that the one in focus is the same, `x` that it is not, `d` that it is and both stay. */
export function usePairKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || event.keyCode === 229) return
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (/(?:^|; )single-keys=off/.test(document.cookie) || document.querySelector('dialog[open]')) return
      if (!act(list.current, event.key)) return
      event.preventDefault()
      event.stopPropagation()
    }
    // Before the keys of every page: here `k` is the pair before.
    addEventListener('keydown', listen, true)
    return () => removeEventListener('keydown', listen, true)
  }, [list])
}

function act(list: HTMLElement | null, key: string): boolean {
  const pairs = [...(list?.querySelectorAll<HTMLElement>('[data-pair]') ?? [])]
  const at = pairs.findIndex((pair) => pair.contains(document.activeElement))
  if (key === 'j' || key === 'k') {
    const next = pairs[at < 0 ? 0 : Math.min(pairs.length - 1, Math.max(0, at + (key === 'j' ? 1 : -1)))]
    next?.focus()
    next?.scrollIntoView({ block: 'nearest' })
    return true
  }
  if (!['s', 'x', 'd'].includes(key)) return false
  const control = pairs[at]?.querySelector<HTMLElement>(`[data-key="${key}"], [data-key="${key}"] button`)
  const button = control?.matches('a, button') ? control : control?.querySelector<HTMLElement>('button')
  button?.click()
  return true
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
