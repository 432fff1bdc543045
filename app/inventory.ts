/**
 * What a way into the program needs:
 * `nothing`: anybody, also where the wiki is not public; `read`: whoever may read; `look`: the same, shown what they may do;
 * `link`: the secret in its URL;
 * `own-account`: somebody signed in, and only their own; `ask`: a member; `edit`: an editor, or whoever wrote the answer;
 * `editor`: an editor; `administer`: an admin.
 */
export type Need =
  | 'nothing'
  | 'read'
  | 'look'
  | 'link'
  | 'own-account'
  | 'ask'
  | 'edit'
  | 'editor'
  | 'administer'

/** Every page, route handler and server action. One that is missing here fails the tests, and so does one that is gone. */
export const inventory: Record<string, Need> = {
  'page /': 'read',
  'page /notes': 'read',
  'page /notes/[note]': 'read',
  'page /entries': 'read',
  'page /entries/[entry]': 'read',
  'page /entries/[entry]/history': 'read',
  'page /entries/[entry]/history/[number]': 'read',
  'page /entries/[entry]/compare': 'read',
  'page /entries/[entry]/blame': 'read',
  'page /answers/[answer]/history': 'read',
  'page /answers/[answer]/history/[number]': 'read',
  'page /answers/[answer]/compare': 'read',
  'page /answers/[answer]/blame': 'read',
  'page /tags': 'read',
  'page /tags/[tag]': 'read',
  'page /unanswered': 'read',
  'page /repairs': 'read',
  'page /search': 'read',
  'page /trouble': 'read',
  'page /missing': 'read',
  'GET /entries/[entry]/markdown': 'read',
  'GET /api/search': 'read',
  'POST /api/search/seen': 'read',
  'GET /api/me': 'nothing',
  'GET /api/health': 'nothing',
  'GET /api/ready': 'nothing',
  'GET /api/auth/[...nextauth]': 'nothing',
  'POST /api/auth/[...nextauth]': 'nothing',
  'POST /language': 'nothing',

  'page /sign-in': 'nothing',
  'POST /sign-out': 'nothing',
  'page /register': 'nothing',
  'page /reset': 'nothing',
  'page /join/[token]': 'link',
  'page /reset/[token]': 'link',
  'page /first-admin/[token]': 'link',
  'action enter#signIn': 'nothing',
  'action enter#register': 'nothing',
  'action enter#join': 'link',
  'action enter#makeFirstAdmin': 'link',
  'action reset#askForReset': 'nothing',
  'action reset#resetPassword': 'link',

  'page /account': 'own-account',
  'action account#signOutEverywhere': 'own-account',
  'action account#endSession': 'own-account',
  'action account#changeProfile': 'own-account',
  'action account#changePassword': 'own-account',
  'action account#beginSecondFactor': 'own-account',
  'action account#confirmSecondFactor': 'own-account',
  'action account#turnOffSecondFactor': 'own-account',
  'action account#linkIdentity': 'own-account',
  'action account#unlinkIdentity': 'own-account',

  'page /entries/[entry]/edit': 'edit',
  'page /answers/[answer]/edit': 'edit',
  'GET /api/texts/[kind]/[id]/activity': 'edit',
  'page /entries/[entry]/history/[number]/restore': 'edit',
  'page /entries/[entry]/history/[number]/undo': 'edit',
  'page /answers/[answer]/history/[number]/restore': 'edit',
  'page /answers/[answer]/history/[number]/undo': 'edit',
  'action history#restoreVersion': 'edit',
  'action history#undoVersion': 'edit',
  'POST /api/pictures': 'ask',
  'action texts#saveText': 'edit',
  'action texts#saveDraft': 'own-account',
  'action texts#discardDraft': 'own-account',
  'page /corrections': 'ask',
  'page /corrections/[correction]': 'look',
  'page /corrections/[correction]/amend': 'ask',
  'page /entries/[entry]/suggest': 'ask',
  'page /answers/[answer]/suggest': 'ask',
  'page /reports': 'ask',
  'page /reports/[report]': 'look',
  'GET /api/passages': 'read',
  'POST /api/corrections': 'ask',
  'POST /api/reports': 'ask',
  'action corrections#proposeText': 'ask',
  'action corrections#amendCorrection': 'ask',
  'action corrections#decideCorrection': 'edit',
  'action corrections#withdrawCorrection': 'own-account',
  'action corrections#supportCorrection': 'ask',
  'action corrections#undoCorrection': 'edit',
  'action corrections#confirmCorrection': 'own-account',
  'action corrections#closeReport': 'edit',
  'page /searches': 'editor',
  'page /searches/synonyms': 'editor',
  'action synonyms#addSynonyms': 'editor',
  'action synonyms#removeSynonyms': 'editor',
  'action synonyms#switchOffSynonyms': 'editor',
  'action entries#askQuestion': 'ask',

  'page /admin': 'administer',
  'page /admin/people': 'administer',
  'page /admin/invitations': 'administer',
  'page /admin/settings': 'administer',
  'page /admin/search': 'administer',
  'page /admin/audit': 'administer',
  'action admin#changeRole': 'administer',
  'action admin#suspend': 'administer',
  'action admin#readmit': 'administer',
  'action admin#endSessions': 'administer',
  'action admin#makeResetLink': 'administer',
  'action admin#invite': 'administer',
  'action admin#revokeInvitation': 'administer',
  'action admin#changeSettings': 'administer',
  'action admin#rebuildIndex': 'administer',
}
