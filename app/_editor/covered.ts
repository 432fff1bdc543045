/** Pixels at the edges of the window that bars may cover: the page's and the editor's above, the one that saves below. */
export const covered = { top: 150, bottom: 130, left: 0, right: 0 }
