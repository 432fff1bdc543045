'use client'

import { longestTag, tagPath } from '#lib/entries/entry'
import type { Renamed } from '#lib/entries/rename-tag'
import { ActionForm } from '#ui/action-form'
import { TextField } from '#ui/text-field'
import { renameTag, splitTag } from '../_actions/tags.ts'
import { fill } from '../_edit/fill.ts'
import { Leave } from './leave.tsx'
import type { MakingWords } from './making-words.ts'

type Props = { name: string; making: MakingWords; refusals: Record<string, string> }

/** Names a tag. Where another has that name, asks whether the two are to be one; what was done can be taken back. */
export function TagForm({ name, making, refusals }: Props) {
  return (
    <ActionForm
      action={renameTag}
      refusals={refusals}
      submit={making.rename}
      hidden={{ tag: name }}
      done={(result) =>
        'there' in result ? (
          <div className="done" role="status">
            <p>{fill(making.tagThere, { name: result.there, count: result.entries })}</p>
            <ActionForm
              action={renameTag}
              refusals={refusals}
              submit={fill(making.mergeTags, { name: result.there })}
              hidden={{ tag: name, name: result.there, merge: 'true' }}
              done={(merged) =>
                'there' in merged ? null : <Done renamed={merged} making={making} refusals={refusals} />
              }
            />
            <a href={tagPath(name)}>{making.cancel}</a>
          </div>
        ) : (
          <Done renamed={result} making={making} refusals={refusals} />
        )
      }
    >
      {(state) => (
        <TextField
          name="name"
          label={making.tagName}
          hint={making.tagNameHint}
          maxLength={longestTag}
          defaultValue={state.status === 'refused' ? state.given.name : name}
          autoComplete="off"
          required
          autoFocus
        />
      )}
    </ActionForm>
  )
}

type DoneProps = { renamed: Renamed; making: MakingWords; refusals: Record<string, string> }

function Done({ renamed: { name, before, event }, making, refusals }: DoneProps) {
  const back = <Leave to={tagPath(before)}>{`# ${before}`}</Leave>
  const shared = { refusals, submit: making.undo, tone: 'plain' as const, done: () => back }
  return (
    <div className="done" role="status">
      <p>
        {event === null ? making.tagRenamed : making.tagsMerged} <a href={tagPath(name)}>{`# ${name}`}</a>
      </p>
      {event === null ? (
        <ActionForm action={renameTag} hidden={{ tag: name, name: before }} {...shared} />
      ) : (
        <ActionForm action={splitTag} hidden={{ event: String(event) }} {...shared} />
      )}
    </div>
  )
}
