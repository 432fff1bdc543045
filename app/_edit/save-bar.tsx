import { Check, CloudOff, LoaderCircle, Users } from 'lucide-react'
import type { ReactNode } from 'react'
import { CopyText } from './copy-text.tsx'
import type { EditWords } from './edit-words.ts'
import { fill } from './fill.ts'
import type { DraftState } from './keep-draft.ts'
import type { Trouble } from './use-submit.ts'

export type SaveBarProps = {
  words: EditWords
  /** What else is said with it: why it was changed. */
  children?: ReactNode
  /** What the button says; "save" where nothing is given. */
  action?: string
  onSave: () => void
  isSaving: boolean
  isReady: boolean
  draftState: DraftState
  trouble: Trouble | null
  /** Who else is writing here. */
  writing?: string[] | undefined
  /** The version that somebody else saved meanwhile. */
  movedTo?: number | undefined
  path: string
  editPath: string
  /** What is copied where it cannot be saved. */
  myText: () => string
}

/** What changed and why, where the draft is, who else is here, and the button that saves. */
export function SaveBar(props: SaveBarProps) {
  const {
    words,
    isSaving,
    isReady,
    trouble,
    writing = [],
    movedTo,
    draftState,
    path,
    editPath,
    action,
  } = props
  const isSignedOut = trouble?.isSignedOut || draftState === 'signed-out'
  return (
    <div className="save-bar">
      <div className="save-state">
        <Kept state={draftState} words={words} />
        {writing.length > 0 && (
          <output className="save-others">
            <Users size={15} aria-hidden />
            {fill(words.writing, { names: writing.join(words.and) })}
          </output>
        )}
        {movedTo !== undefined && <output>{fill(words.moved, { number: movedTo })}</output>}
        {isSignedOut && (
          <a className="button" href={`/sign-in?next=${encodeURIComponent(editPath)}`} data-fresh="">
            {words.signIn}
          </a>
        )}
      </div>
      {trouble && (
        <div className="save-trouble" role="alert">
          <p>{trouble.message}</p>
          <CopyText text={props.myText} words={words} />
        </div>
      )}
      <div className="save-fields">
        {props.children}
        <a className="button" href={path} data-fresh="">
          {words.cancel}
        </a>
        <button
          type="button"
          className="button"
          data-tone="primary"
          onClick={props.onSave}
          disabled={!isReady || isSaving}
          title="Ctrl/Cmd+S"
        >
          {isSaving ? words.savingNow : (action ?? words.save)}
        </button>
      </div>
    </div>
  )
}

const icons = {
  clean: Check,
  saved: Check,
  saving: LoaderCircle,
  offline: CloudOff,
  'signed-out': CloudOff,
  'other-person': CloudOff,
  unkept: CloudOff,
}

/** Where the draft is, always to be seen. */
function Kept({ state, words }: { state: DraftState; words: EditWords }) {
  const Icon = icons[state]
  const said = {
    clean: words.draftClean,
    saved: words.draftSaved,
    saving: words.draftSaving,
    offline: words.draftOffline,
    'signed-out': words.draftSignedOut,
    'other-person': words.draftOtherPerson,
    unkept: words.draftUnkept,
  }
  return (
    <output className="save-kept" data-draft={state} aria-live="polite">
      <Icon size={15} aria-hidden />
      {said[state]}
    </output>
  )
}
