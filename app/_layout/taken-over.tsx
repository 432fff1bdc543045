'use client'
import { useEffect } from 'react'

/** Says on the document that React has taken the page over: scripts that change what the server made wait for it. */
export function TakenOver() {
  useEffect(() => document.documentElement.setAttribute('data-taken-over', ''), [])
  return null
}
