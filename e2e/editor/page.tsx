import { createRoot, type Root } from 'react-dom/client'
import { Editor } from '../../app/_editor/editor.tsx'
import { labels } from './labels.ts'

const entries = ['进程与线程', '协程', 'GIL', 'TCP 三次握手']
const people = ['王芳', 'Li Lei', '李雷']

type Trial = {
  /** Shows an editor with a text, in place of the one before. */
  open: (markdown: string) => void
  saved: { markdown: string; method: string }[]
  changed: { markdown: string; method: string }[]
}

declare global {
  interface Window {
    trial: Trial
  }
}

let root: Root | undefined
let opened = 0

window.trial = {
  saved: [],
  changed: [],
  open(markdown) {
    const place = document.querySelector('main')
    if (!place) return
    root ??= createRoot(place)
    root.render(
      <Editor
        key={++opened}
        markdown={markdown}
        labels={labels}
        onSave={(text, method) => window.trial.saved.push({ markdown: text, method })}
        onChange={(text, method) => window.trial.changed.push({ markdown: text, method })}
        searchEntries={async (query) =>
          entries
            .filter((title) => title.toLowerCase().includes(query.toLowerCase()))
            .map((title) => ({ title }))
        }
        searchPeople={async (query) =>
          people.flatMap((name, at) => (name.includes(query) ? [{ name, href: `/people/p${at}` }] : []))
        }
        uploadImage={async (file) => {
          if (file.size > 10_000) throw new Error('too large')
          return { src: `/uploads/${file.name}` }
        }}
        imageUrl={(src) => (src.startsWith('/uploads/') ? src : null)}
      />,
    )
  },
}
