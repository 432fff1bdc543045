'use client'

import { Code2, Maximize2, Minimize2, PenLine, Search } from 'lucide-react'
import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { EditorProps } from './editor-props.ts'
import type { Setup } from './extensions/all.ts'
import { take } from './extensions/pictures.ts'
import { FindBar } from './find-bar.tsx'
import { isComposing, isMod } from './key-names.ts'
import { LinkPanel } from './link-panel.tsx'
import { Panel } from './panel.tsx'
import { Preview } from './preview.tsx'
import { SourceView } from './source-view.tsx'
import { Status } from './status.tsx'
import { BarButton, Toolbar } from './toolbar.tsx'
import { TriggerList } from './trigger-list.tsx'
import { useRichText } from './use-rich-text.ts'
import { useSession } from './use-session.ts'
import './editor.css'
import './source.css'
import './text.css'

const noUrl = () => null

/** Edits a text as it will look, or as Markdown; both write back only what was touched. */
export function Editor(props: EditorProps) {
  const { markdown, labels, onChange, onSave, uploadImage, imageUrl = noUrl, autoFocus, current } = props
  const place = useRef<HTMLDivElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const menuKeys = useRef<(event: globalThis.KeyboardEvent) => boolean>(() => false)
  const [notice, setNotice] = useState('')
  const [isWide, setWide] = useState(false)
  const [open, setOpen] = useState<'find' | 'link' | null>(null)
  const [setup] = useState<Setup>(() => ({
    labels,
    imageUrl,
    upload: uploadImage ?? null,
    onMenuKey: (event) => menuKeys.current(event),
    onUploadError: (message) => setNotice(`${labels.uploadFailed}: ${message}`),
  }))
  const { rich, tooComplex } = useRichText(place, markdown, setup)
  const session = useSession(rich, markdown, tooComplex, onChange)
  const { source } = session
  useEffect(() => {
    if (!current) return
    current.current = () => session.result().markdown
    return () => {
      current.current = null
    }
  })

  useEffect(() => {
    if (!rich) return
    const askForLink = () => setOpen('link')
    const askForImage = () => picker.current?.click()
    rich.editor.on('askForLink', askForLink)
    rich.editor.on('askForImage', askForImage)
    if (autoFocus) rich.editor.commands.focus('start')
    return () => {
      rich.editor.off('askForLink', askForLink)
      rich.editor.off('askForImage', askForImage)
    }
  }, [rich, autoFocus])

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return
    const { key, target } = event
    // Before the views see it: CodeMirror has other uses for some of these keys.
    const act = (run: () => void) => {
      event.preventDefault()
      event.stopPropagation()
      run()
    }
    if (isMod(event, 's')) act(() => onSave?.(session.result().markdown, session.result().method))
    else if (isMod(event, '/')) act(session.toggleSource)
    else if (isMod(event, 'f') && source === null) act(() => setOpen('find'))
    else if (key === 'Enter' && target === rich?.editor.view.dom) {
      const field = fieldOfPanel(place.current)
      if (field) act(() => field.focus())
    }
  }
  const isSource = source !== null
  const Size = isWide ? Minimize2 : Maximize2
  const Other = isSource ? PenLine : Code2

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole editor, whichever of its parts has the focus.
    <div
      className="editor"
      data-wide={isWide || isSource || undefined}
      onKeyDownCapture={onKeyDown}
      onDragOver={keepPage}
      onDrop={keepPage}
    >
      {rich && (
        <Toolbar editor={rich.editor} labels={labels} isSource={isSource}>
          <BarButton label={labels.find} shortcut="Mod-f" onClick={() => setOpen('find')} disabled={isSource}>
            <Search size={17} aria-hidden />
          </BarButton>
          <BarButton label={labels.fullWidth} pressed={isWide} onClick={() => setWide(!isWide)}>
            <Size size={17} aria-hidden />
          </BarButton>
          <BarButton
            label={isSource ? labels.rich : labels.source}
            shortcut="Mod-/"
            pressed={isSource}
            onClick={session.toggleSource}
          >
            <Other size={17} aria-hidden />
          </BarButton>
        </Toolbar>
      )}
      {rich && open === 'find' && !isSource && (
        <FindBar editor={rich.editor} labels={labels} onClose={() => setOpen(null)} />
      )}
      <div className="editor-page" hidden={isSource}>
        <div className="editor-body" ref={place} />
        {rich && !isSource && (
          <>
            <TriggerList {...props} editor={rich.editor} keys={menuKeys} />
            <Panel editor={rich.editor} labels={labels} />
            {open === 'link' && (
              <LinkPanel editor={rich.editor} labels={labels} onDone={() => setOpen(null)} />
            )}
          </>
        )}
      </div>
      {isSource && (
        <div className="editor-both">
          <SourceView
            markdown={source}
            cursor={session.cursor}
            labels={labels}
            onChange={session.writeSource}
          />
          <Preview markdown={source} setup={setup} />
        </div>
      )}
      <input
        ref={picker}
        type="file"
        accept="image/*"
        hidden
        aria-label={labels.image}
        onChange={({ target }) => {
          const options = { upload: setup.upload, uploading: labels.uploading, onError: setup.onUploadError }
          if (rich && target.files)
            take(rich.editor.view, target.files, rich.editor.state.selection.from, options)
          target.value = ''
        }}
      />
      {rich && (
        <Status
          {...{ rich, labels, source }}
          notice={session.notice(labels) || notice}
          aside={session.aside(labels)}
        />
      )}
    </div>
  )
}

/** A file dropped beside the text would be opened in place of the page. */
function keepPage(event: DragEvent): void {
  if (event.dataTransfer.types.includes('Files')) event.preventDefault()
}

function fieldOfPanel(place: HTMLElement | null): HTMLElement | null {
  return (
    place?.parentElement?.querySelector<HTMLElement>('.editor-panel input, .editor-panel textarea') ?? null
  )
}
