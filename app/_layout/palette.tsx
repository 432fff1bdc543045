import { useTranslations } from 'next-intl'
import { SearchBox } from '#ui/search-box'
import { State } from '#ui/state'
import { useStateWords } from './state-words.ts'

/** Search over the page, opened by Ctrl/Cmd+K or /; closed and inert until a script opens it. */
export function Palette() {
  const t = useTranslations('search')
  const code = useTranslations('code')
  const command = useTranslations('commands')
  const words = {
    states: useStateWords(),
    none: t('none'),
    relaxed: t('relaxed'),
    failed: t('failed'),
    degraded: t('degraded'),
    recent: t('recent'),
    all: t('all'),
    // With its place for the number, which the browser fills in.
    count: String(t.raw('count')),
    entries: String(t.raw('entries')),
    removeFilter: String(t.raw('removeFilter')),
    copy: code('copy'),
    copied: code('copied'),
    sections: {
      entries: t('sectionEntries'),
      notes: t('sectionNotes'),
      tags: t('sectionTags'),
      people: t('sectionPeople'),
      commands: t('sectionCommands'),
    },
    commands: {
      newEntry: command('newEntry'),
      // With its place for what is typed.
      newEntryTitled: String(command.raw('newEntryTitled')),
      unanswered: command('unanswered'),
      notes: command('notes'),
      tags: command('tags'),
      repairs: command('repairs'),
      duplicates: command('duplicates'),
      asked: command('asked'),
      interview: command('interview'),
      dark: command('dark'),
      light: command('light'),
      system: command('system'),
      language: command('language'),
      keys: command('keys'),
      searches: command('searches'),
      signIn: command('signIn'),
      account: command('account'),
      administration: command('administration'),
    },
  }
  return (
    <dialog id="palette" className="palette" aria-label={t('label')} data-words={JSON.stringify(words)}>
      <SearchBox id="palette-search" size="large" />
      <div hidden data-disputed="">
        <State state="disputed" word={t('disputed')} />
      </div>
      <p className="palette-keys" aria-hidden="true">
        <span>
          <kbd>↑</kbd>
          <kbd>↓</kbd> {t('keyMove')}
        </span>
        <span>
          <kbd>↵</kbd> {t('keyOpen')}
        </span>
        <span>
          <kbd data-mod="↵">Ctrl ↵</kbd> {t('keyTab')}
        </span>
        <span>
          <kbd>Esc</kbd> {t('keyClose')}
        </span>
      </p>
    </dialog>
  )
}
