'use client'

import { useEffect, useState } from 'react'

type Props = { path: string; note: string; copy: string; copied: string }

/** A link that is shown once, to be copied and handed on. */
export function SecretLink({ path, note, copy, copied }: Props) {
  const [url, setUrl] = useState(path)
  const [isCopied, setCopied] = useState(false)
  useEffect(() => setUrl(new URL(path, location.origin).href), [path])
  return (
    <div className="secret" role="status">
      <p>{note}</p>
      <output>{url}</output>
      <button
        type="button"
        className="button"
        onClick={async () => {
          await navigator.clipboard.writeText(url)
          setCopied(true)
        }}
      >
        {isCopied ? copied : copy}
      </button>
    </div>
  )
}
