/**
 * What a way into the program needs:
 * `nothing`: anybody, also where the wiki is not public; `read`: whoever may read; `link`: the secret in its URL;
 * `own-account`: somebody signed in, and only their own; `administer`: an admin.
 */
export type Need = 'nothing' | 'read' | 'link' | 'own-account' | 'administer'

/** Every page, route handler and server action. One that is missing here fails the tests, and so does one that is gone. */
export const inventory: Record<string, Need> = {
  'page /': 'read',
  'page /notes': 'read',
  'page /notes/[note]': 'read',
  'page /entries': 'read',
  'page /entries/[entry]': 'read',
  'page /tags': 'read',
  'page /tags/[tag]': 'read',
  'page /unanswered': 'read',
  'page /repairs': 'read',
  'page /search': 'read',
  'page /trouble': 'read',
  'page /missing': 'read',
  'GET /entries/[entry]/markdown': 'read',
  'GET /api/search': 'read',
  'GET /api/me': 'nothing',
  'GET /api/health': 'nothing',
  'GET /api/ready': 'nothing',
  'GET /api/auth/[...nextauth]': 'nothing',
  'POST /api/auth/[...nextauth]': 'nothing',
  'POST /language': 'nothing',

  'page /sign-in': 'nothing',
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
  'action account#signOut': 'nothing',
  'action account#signOutEverywhere': 'own-account',
  'action account#endSession': 'own-account',
  'action account#changeProfile': 'own-account',
  'action account#changePassword': 'own-account',
  'action account#beginSecondFactor': 'own-account',
  'action account#confirmSecondFactor': 'own-account',
  'action account#turnOffSecondFactor': 'own-account',
  'action account#linkIdentity': 'own-account',
  'action account#unlinkIdentity': 'own-account',

  'page /admin': 'administer',
  'page /admin/people': 'administer',
  'page /admin/invitations': 'administer',
  'page /admin/settings': 'administer',
  'page /admin/audit': 'administer',
  'action admin#changeRole': 'administer',
  'action admin#suspend': 'administer',
  'action admin#readmit': 'administer',
  'action admin#endSessions': 'administer',
  'action admin#makeResetLink': 'administer',
  'action admin#invite': 'administer',
  'action admin#revokeInvitation': 'administer',
  'action admin#changeSettings': 'administer',
}
