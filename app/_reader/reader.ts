import { lightUpArrival, lightUpMerged, rememberTerms } from './arrival.ts'
import { stepThroughChanges } from './changes.ts'
import { openComments } from './comments.ts'
import { markContents } from './contents.ts'
import { addCopyButtons, copyFromAddress } from './copy.ts'
import { listenForKeys } from './keys.ts'
import { watchForChanges } from './live.ts'
import { showNotice } from './notice.ts'
import { markOpenedAsRead } from './notifications.ts'
import { watchSelections } from './passage-bar.ts'
import { listenForPlacing, lookInTrash } from './placing.ts'
import { nameKeysByPlatform } from './platform.ts'
import { showRelativeTimes } from './relative-time.ts'
import { takenOver } from './taken-over.ts'
import { switchTheme } from './theme.ts'
import { showPlaceInTree } from './tree.ts'
import { showViewer } from './viewer.ts'
import { countVotes } from './votes.ts'
import { showWatching } from './watching.ts'
import { sendWrites } from './writes.ts'

// Where React takes a page over, it must find it as the server made it. In development that is every page.
const isReacts = document.documentElement.dataset.runtime !== 'none'
if (process.env.NODE_ENV === 'development' || isReacts) await takenOver()

// Everything here improves pages that already work; each part looks for its own elements and does nothing without them.
showRelativeTimes()
switchTheme()
nameKeysByPlatform()
showPlaceInTree()
addCopyButtons()
copyFromAddress()
markContents()
stepThroughChanges()
listenForKeys()
lightUpArrival()
lightUpMerged()
rememberTerms()
showNotice()
openComments()
sendWrites()
watchSelections()
listenForPlacing()
markOpenedAsRead()
void showViewer().then(showWatching)
void lookInTrash()
void countVotes()
watchForChanges()

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-search]')) {
  const attach = () =>
    import('./search-box.ts').then(({ attachSearch }) => {
      attachSearch(form)
    })
  form.addEventListener('focusin', attach, { once: true })
  // Known before the search box is there: it may come while an input method is at work.
  form.addEventListener('compositionstart', () => form.toggleAttribute('data-composing', true))
  form.addEventListener('compositionend', () => form.toggleAttribute('data-composing', false))
}
